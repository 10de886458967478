import type { View } from 'vega'

/** A text as it is drawn, with its box in pixels from the corner of the plot. */
export interface PlacedText {
  readonly text: string
  /** `axis-label`, `axis-title`, or `mark` for texts of the chart itself. */
  readonly role: string
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** Every visible text of a drawing. */
export function sceneTexts(view: View): PlacedText[] {
  const root = view.scenegraph() as unknown as { readonly root: Mark }
  return textsIn(root.root, { x: 0, y: 0 })
}

interface Mark {
  readonly marktype: string
  readonly role?: string
  readonly items: readonly Item[]
}

interface Item {
  readonly x?: number
  readonly y?: number
  readonly text?: unknown
  readonly opacity?: number
  readonly items?: readonly Mark[]
  readonly bounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }
}

function textsIn(mark: Mark, { x, y }: { readonly x: number; readonly y: number }): PlacedText[] {
  return mark.items.flatMap((item) => {
    if (item.items !== undefined) {
      const origin = { x: x + (item.x ?? 0), y: y + (item.y ?? 0) }
      return item.items.flatMap((inner) => textsIn(inner, origin))
    }
    if (mark.marktype !== 'text' || item.opacity === 0 || String(item.text ?? '') === '') return []
    const { x1, x2, y1, y2 } = item.bounds
    const role = mark.role?.startsWith('axis') === true ? mark.role : 'mark'
    return [{ text: String(item.text), role, x1: x + x1, x2: x + x2, y1: y + y1, y2: y + y2 }]
  })
}
