import type { SectionContext } from '../../src/present/report/section.js'
import { lightTheme } from '../../src/present/chart/theme.js'
import type { ReportData } from '../../src/decision/results.js'

/** What the sections of a report get, with no drawing numbered yet. */
export function sectionContext(data: ReportData): SectionContext {
  return { data, theme: lightTheme, drawings: { specs: [] } }
}

/** A page's text as a reader sees it: no tags, single blanks, entities resolved. */
export function visibleText(markup: string): string {
  const plain = markup.replace(/<(svg|style|script)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ')
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
  return plain
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name])
    .replace(/\s+/g, ' ')
    .trim()
}
