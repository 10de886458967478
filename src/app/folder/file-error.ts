import { InputError } from '../../check/errors.js'

/** An `InputError` in words for what the system says of a file or folder; other errors pass unchanged. */
export function fileError(error: unknown, path: string, doing: 'read' | 'write'): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) return error
  const reason = reasons[code] ?? `the system says ${code}`
  return new InputError([{ path, message: `Can't ${doing} ${path}: ${reason}.` }])
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'another program is using it',
  EEXIST: 'something of that name is in the way',
  EIO: 'the disk reports an error',
}
