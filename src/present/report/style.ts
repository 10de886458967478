import { darkTheme, lightTheme, themePairs, type Theme } from '../chart/theme.js'

/** The report's style sheet: light, dark, narrow, and print. */
export function reportStyle(): string {
  return [
    `:root{color-scheme:light dark;${variables(lightTheme)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${variables(darkTheme)}}${darkCharts()}}`,
    base,
    layout,
    charts,
    tables,
    narrow,
    print,
  ]
    .join('\n')
    .replace(/\n\s*/g, '\n')
}

function variables(theme: Theme): string {
  const { background, ink, muted, axis, grid, surface, estimate, contrast } = theme
  const alert =
    theme === lightTheme ? '--alert:#b3261e;--alert-surface:#fdecea' : '--alert:#ff9d94;--alert-surface:#3a1a18'
  return `--background:${background};--ink:${ink};--muted:${muted};--axis:${axis};--grid:${grid};--surface:${surface};--estimate:${estimate};--contrast:${contrast};${alert}`
}

/** Drawings carry light colours as attributes; each is exchanged for its dark partner. */
function darkCharts(): string {
  return themePairs()
    .flatMap(([light, dark]) => [`svg [fill="${light}"]{fill:${dark}}`, `svg [stroke="${light}"]{stroke:${dark}}`])
    .join('')
}

const base = `
*{box-sizing:border-box}
html{font:16px/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--background);color:var(--ink)}
a{color:var(--estimate);text-underline-offset:.15em}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:2.25rem;letter-spacing:-.02em;margin:0 0 .4rem}
h2{font-size:1.5rem;letter-spacing:-.01em;margin:0 0 .5rem}
h3{font-size:1.1rem;margin:0 0 .25rem}
h4{font-size:.95rem;margin:0 0 .1rem}
p{margin:0 0 .8rem;max-width:72ch}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--contrast);outline-offset:3px;border-radius:2px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem;top:0;padding:.6rem 1rem;background:var(--background);z-index:3}
.skip:focus{left:1rem;top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`

const layout = `
.page{max-width:66.5rem;margin:0 auto;padding:2.5rem 2rem 4rem}
header{border-bottom:1px solid var(--grid);padding-bottom:1.25rem;margin-bottom:1.75rem}
.meta{color:var(--muted);margin:0}
nav ol{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;margin:1rem 0 0;padding:0;font-size:.9rem}
section{margin:0 0 3.25rem;scroll-margin-top:1rem}
.lead{font-size:1.35rem;line-height:1.45;max-width:58ch;margin-bottom:1rem}
.answer{font-size:1.05rem;max-width:74ch}
.how,.sub,.note,.notes,.fine{color:var(--muted)}
.how{margin-bottom:1.25rem}
.fine{font-size:.875rem}
.alert{border:1px solid var(--alert);border-left-width:6px;background:var(--alert-surface);border-radius:6px;padding:1rem 1.25rem;margin:0 0 1.75rem}
.alert h2{font-size:1.25rem;color:var(--alert);margin:0 0 .4rem}
.alert ul{margin:0;padding-left:1.2rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:1.5rem 0 2rem;padding:0;list-style:none}
.tiles li{background:var(--surface);border-radius:8px;padding:.9rem 1.1rem}
.tiles .name{font-size:.85rem;color:var(--muted)}
.tiles .figure{display:block;font-size:1.7rem;font-weight:600;letter-spacing:-.01em;line-height:1.3;font-variant-numeric:tabular-nums}
.tiles .range{font-size:.85rem;color:var(--muted)}
.sentence{max-width:76ch}
dl{display:grid;grid-template-columns:minmax(9rem,13rem) 1fr;gap:.45rem 1.5rem;margin:0 0 1.5rem}
dt{font-weight:600;overflow-wrap:anywhere}
dd{margin:0;max-width:72ch;overflow-wrap:anywhere}
.findings{padding:0;list-style:none}
.findings li{padding:.6rem 0;border-top:1px solid var(--grid);display:grid;grid-template-columns:6rem 1fr;gap:1rem}
.severity{font-weight:600}
.severity.warning,.severity.error{color:var(--alert)}
footer{border-top:1px solid var(--grid);padding-top:1.25rem;color:var(--muted);font-size:.85rem}
`

const charts = `
figure{margin:0 0 2.25rem}
figcaption .sub{font-size:.9rem;margin-bottom:.6rem;max-width:90ch}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0 0 .75rem;padding:0;font-size:.875rem}
.legend li{display:flex;align-items:center;gap:.45rem;min-width:0;overflow-wrap:anywhere}
.legend svg{flex:none}
.panels{display:grid;gap:1.5rem 1.75rem;grid-template-columns:minmax(0,1fr)}
.panels.of2{grid-template-columns:repeat(2,minmax(0,1fr))}
.panels.of3{grid-template-columns:repeat(3,minmax(0,1fr))}
.panels.of4{grid-template-columns:repeat(4,minmax(0,1fr))}
.panel{min-width:0;display:flex;flex-direction:column}
.panel .note{font-size:.85rem;margin:0 0 .35rem}
.plot{margin-top:auto;overflow-x:auto}
.plot svg{display:block;max-width:100%;height:auto;overflow:visible}
.static svg{width:100%}
.plot text{font-family:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.live{display:none}
@media screen{.plot.on{overflow:visible}.plot.on .static{display:none}.plot.on .live{display:block}.plot.on .live svg{max-width:none}}
.tip{position:fixed;z-index:2;pointer-events:none;background:var(--background);color:var(--ink);border:1px solid var(--axis);border-radius:6px;box-shadow:0 4px 16px rgb(0 0 0/.18);padding:.5rem .7rem;font-size:.825rem;line-height:1.4;max-width:min(24rem,90vw)}
.tip[hidden]{display:none}
.tip table{border-collapse:collapse;width:auto;margin:0;font-size:inherit}
.tip td{padding:0;border:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
.tip td+td{padding-left:1rem;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.tip .head{font-weight:600}
details{margin-top:.75rem}
summary{cursor:pointer;color:var(--muted);font-size:.875rem;width:fit-content}
summary:hover{color:var(--ink)}
`

const tables = `
.scroll{overflow-x:auto;margin:0 0 1rem}
.scroll+figure{margin-top:2rem}
.scroll.tall{max-height:26rem;overflow-y:auto}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
table.few{width:auto;min-width:min(100%,32rem)}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
caption span{display:block;max-width:calc(100vw - 2rem)}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid)}
th:first-child,td:first-child{padding-left:0}
thead th{border-bottom:1px solid var(--axis);vertical-align:bottom;font-weight:600}
thead .unit{display:block;font-weight:400;color:var(--muted);font-size:.85em}
tbody th,thead th:first-child{position:sticky;left:0;background:var(--background);z-index:1}
tbody th{font-weight:500;min-width:7rem;max-width:20rem;overflow-wrap:break-word}
.n,tbody td{text-align:right;white-space:nowrap}
td.t{text-align:left;white-space:normal;min-width:8rem;max-width:26rem;overflow-wrap:anywhere}
tbody .range{display:block;color:var(--muted);font-size:.85em}
tr.total>*{border-top:1px solid var(--axis);font-weight:600}
tr.total .range{font-weight:400}
.notes{font-size:.85rem;padding:0;list-style:none;margin:0 0 1.5rem}
`

const narrow = `
@media screen and (max-width:60rem){.panels.of3,.panels.of4{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:40rem){
html{font-size:15px}
.page{padding:1.25rem 1rem 3rem}
h1{font-size:1.7rem}
.panels.of2,.panels.of3{grid-template-columns:minmax(0,1fr)}
.of1 .static svg{min-width:40rem}
.lead{font-size:1.2rem}
.answer{font-size:1rem}
.tiles{grid-template-columns:repeat(2,minmax(0,1fr));gap:.6rem}
.tiles li{padding:.7rem .8rem}
.tiles .figure{font-size:1.3rem}
dl{grid-template-columns:minmax(0,1fr)}
dd{margin-bottom:.5rem}
.findings li{grid-template-columns:minmax(0,1fr);gap:.1rem}
}
`

const print = `
@page{size:A4;margin:15mm 14mm}
@media print{
:root{color-scheme:light}
html{font-size:10.5pt}
body{background:#fff}
.page{max-width:none;padding:0}
nav,.skip,details,.live,.tip{display:none!important}
section{margin-bottom:9mm}
h1{font-size:20pt}h2{font-size:15pt}
p{orphans:3;widows:3}
h2,h3,h4,figcaption,.how,.legend{break-after:avoid}
p,figure,figcaption,tr,thead,.scroll:not(.tall),.tiles,.alert,.panel,.legend,li{break-inside:avoid}
thead{break-after:avoid}
tbody tr:first-child,tbody tr:last-child{break-before:avoid}
.tiles{grid-template-columns:repeat(4,minmax(0,1fr));gap:3mm}
tbody th,thead th:first-child{position:static}
figure.many{break-inside:auto}
.scroll,.plot{overflow:visible!important;max-height:none!important}
table{font-size:8.5pt}
th,td{padding:1.2mm 1.8mm}
td.t{max-width:none}
a{color:inherit;text-decoration:none}
.tiles li,.alert,.legend svg,.plot svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
