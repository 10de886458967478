/**
 * Text for XML and HTML, in element content and in quoted attributes alike.
 *
 * Control characters that XML forbids become spaces.
 */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
  return allowed.replace(/[&<>"']/g, (character) => entities[character])
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
