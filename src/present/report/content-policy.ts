import { sha256 } from '@noble/hashes/sha2.js'

/**
 * Content security policy of a page whose only script and style are these: nothing else runs, nothing is loaded.
 *
 * @param script text of the one script element, character for character.
 * @param style text of the one style element.
 */
export function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `sha256-${base64(sha256(new TextEncoder().encode(text)))}`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let place = 0; place < 4; place++) {
      text += i + place > bytes.length ? '=' : alphabet[(word >> (18 - 6 * place)) & 63]
    }
  }
  return text
}
