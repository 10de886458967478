/** One box for all drawings; it follows the pointer and hides with the Escape key. */
export function createTooltip(document: Document): {
  readonly handle: (handler: unknown, event: MouseEvent, item: unknown, value: unknown) => void
} {
  const box = document.createElement('div')
  box.className = 'tip'
  box.hidden = true
  // Screen readers have the description and the table.
  box.setAttribute('aria-hidden', 'true')
  document.body.append(box)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') box.hidden = true
  })
  document.addEventListener('scroll', () => (box.hidden = true), { passive: true })
  let shown = ''
  return {
    handle: (_handler, event, _item, value) => {
      const text = typeof value === 'string' ? value : ''
      box.hidden = text === ''
      if (text === '') return
      if (text !== shown) box.replaceChildren(tableOf(document, text))
      shown = text
      place(box, event)
    },
  }
}

/** Lines are rows; a tab separates label and value; a first line without one is the heading. */
function tableOf(document: Document, text: string): HTMLTableElement {
  const table = document.createElement('table')
  text.split('\n').forEach((line, index) => {
    const [label = '', value] = line.split('\t')
    const row = table.insertRow()
    if (index === 0) row.className = 'head'
    const cell = row.insertCell()
    cell.textContent = label
    if (value === undefined) cell.colSpan = 2
    else row.insertCell().textContent = value
  })
  return table
}

const gap = 14

/** Beside the pointer, on the side that has room. */
function place(box: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const { innerWidth, innerHeight } = window
  const { offsetWidth, offsetHeight } = box
  const left = clientX + gap + offsetWidth > innerWidth ? clientX - gap - offsetWidth : clientX + gap
  const top = clientY + gap + offsetHeight > innerHeight ? clientY - gap - offsetHeight : clientY + gap
  box.style.left = `${Math.max(4, left)}px`
  box.style.top = `${Math.max(4, top)}px`
}
