/** Keeps numbers and their units on one line: `1.2 M EUR` and `85 %` never break. */
export function keepUnits(text: string): string {
  return text
    .replace(/(\d) (?=(?:%|k|M|bn|[A-Z]{3}|units|weeks?|days?|months?|quarters?|years?)(?![A-Za-z]))/g, '$1\u00a0')
    .replace(/(\d\u00a0(?:k|M|bn)) (?=[A-Z]{3}(?![A-Za-z])|units)/g, '$1\u00a0')
}
