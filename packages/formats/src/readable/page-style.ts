/** The sheet: A4 on paper, one column on a telephone. Light, as paper is. */
export const pageStyle = `
:root{--ink:#16211f;--soft:#46524f;--faint:#5b6765;--line:#dddfd9;--strong:#848c87;--ground:#f6f6f3;--tint:#e4f0ef;--accent:#0f5259;--tint-line:#a5cbcb}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;color-scheme:light}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 -apple-system,"Segoe UI Variable Text","Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.head .name{max-width:90mm}
.sheet{max-width:210mm;margin:24px auto;padding:15mm 15mm 12mm;background:#fff;border:1px solid var(--line);border-radius:4px;box-shadow:0 8px 24px -16px rgb(16 33 31/.25)}
h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}
ul{list-style:none}
h2{font-size:11.5px;font-weight:600;letter-spacing:.07em;text-transform:uppercase;color:var(--faint)}
h3{font-size:15px;font-weight:600}
.head{display:flex;justify-content:space-between;gap:12mm;align-items:flex-start}
.from{flex:1;min-width:0}
.from .name{font-size:19px;font-weight:650;line-height:1.3}
.from .small{margin-top:2px}
.title{text-align:right;flex:none;max-width:58%}
.title h1{font-size:28px;line-height:1.15;font-weight:650;letter-spacing:-.01em;color:var(--accent)}
.title .number{font-size:17px;font-weight:600;margin-top:2px}
.title dl{display:grid;grid-template-columns:1fr auto;gap:1px 12px;margin-top:10px;justify-content:end}
.title dt{color:var(--faint)}
.title dd{font-weight:600;white-space:nowrap}
.small{font-size:13.5px;color:var(--soft);line-height:1.45}
.keys{display:flex;overflow:hidden;flex-wrap:wrap;margin-top:9mm;border:1px solid var(--tint-line);border-radius:6px;background:var(--tint);break-inside:avoid}
.keys>div{flex:1 1 150px;padding:9px 16px 10px}
.keys>div+div{border-left:1px solid var(--tint-line)}
.keys dt{font-size:12.5px;color:var(--soft)}
.keys dd{font-size:18px;font-weight:650;line-height:1.3}
.parties{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:7mm 10mm;margin-top:8mm;break-inside:avoid}
.party h2{padding-bottom:5px;margin-bottom:6px;border-bottom:1px solid var(--line)}
.ids{margin-top:5px}
.ids div{display:flex;gap:8px;font-size:13.5px}
.ids dt{color:var(--faint);flex:none}
section{margin-top:9mm}
.parties section{margin-top:0}
table{width:100%;border-collapse:collapse}
th{font-size:12.5px;font-weight:600;color:var(--faint);text-align:left;padding:0 10px 6px;border-bottom:1.5px solid var(--strong);vertical-align:bottom}
td{padding:8px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.n{text-align:right;white-space:nowrap}
tbody tr{break-inside:avoid}
thead{display:table-header-group}
.lines{margin-top:10mm}
.lines td:first-child{color:var(--faint)}
.lines table{table-layout:fixed}
.lines th:nth-child(1){width:6%}
.lines th:nth-child(3){width:13%}
.lines th:nth-child(4){width:14%}
.lines th:nth-child(5){width:11%}
.lines th:nth-child(6){width:15%}
.lines .named th:nth-child(5){width:18%}
.lines .named .rate{font-size:12px;padding-left:4px}
.lines th{white-space:normal}
.lines .quantity,.lines .rate,.lines .price{white-space:normal}
td.rate{white-space:normal;text-align:right}
.lines .label{font-weight:550}
.lines .sub{display:block;font-size:13px;color:var(--soft);line-height:1.45}
.lines .sub.add{display:flex;justify-content:space-between;gap:10px}
.lines .amount{font-weight:600}
.below{display:grid;grid-template-columns:minmax(0,1fr) 76mm;gap:10mm;margin-top:8mm;align-items:start}
.below section{margin:0 0 7mm}
.below h2,.rest h2{margin-bottom:6px}
.vat{font-size:14px}
.exemption{padding-left:12px}
.vat td,.vat th{padding-top:5px;padding-bottom:5px}
.totals{break-inside:avoid}
.totals dl{display:grid;grid-template-columns:1fr auto;gap:5px 14px}
.totals dd{text-align:right;white-space:nowrap}
.totals .sum{font-weight:600}
.totals .due{display:flex;justify-content:space-between;align-items:baseline;gap:10px;flex-wrap:wrap;margin-top:10px;padding:11px 14px;border-radius:6px;background:var(--accent);color:#fff}
.totals .due span{font-size:14px}
.totals .due strong{font-size:21px;font-weight:650;white-space:nowrap}
.pairs{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px 14px;font-size:14px}
.pairs+p,.pairs+.pairs{margin-top:8px}
.pairs dt{color:var(--faint)}
.pairs dd{font-weight:500}
.code{font-family:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.95em;letter-spacing:.01em}
.pre{white-space:pre-line}
.rest{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:7mm 10mm;margin-top:4mm;padding-top:7mm;border-top:1px solid var(--line)}
.rest section{margin:0;break-inside:avoid}
.rest li+li,.notes p+p{margin-top:6px}
.notes b{font-weight:600}
footer{margin-top:10mm;padding-top:8px;border-top:1px solid var(--line);font-size:12px;color:var(--faint);display:flex;justify-content:space-between;gap:16px;flex-wrap:wrap}
@media (max-width:720px){
body{background:#fff}
.sheet{margin:0;padding:18px 16px 24px;border:0;border-radius:0;box-shadow:none}
.head{flex-direction:column;gap:18px}
.title{order:-1;text-align:left;max-width:none;width:100%}
.title dl{justify-content:start;grid-template-columns:auto 1fr}
.keys{margin-top:20px}
.keys>div{flex-basis:100%}
.keys>div+div{border-left:0;border-top:1px solid var(--tint-line)}
.parties,.below,.rest{grid-template-columns:minmax(0,1fr);gap:22px;margin-top:24px}
.below{margin-top:20px}
.below .totals{order:-1}
.lines{margin-top:26px}
.lines thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lines table,.lines tbody{display:block}
.lines tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:1px 14px;padding:11px 0;border-bottom:1px solid var(--line)}
.lines td{display:block;border:0;padding:0;text-align:left}
.lines td:first-child{display:none}
.lines .what{grid-column:1/-1}
.lines table{table-layout:auto}
.lines .quantity,.lines .price,.lines .rate{grid-column:1;font-size:13.5px;color:var(--soft);white-space:normal}
.lines .quantity:before,.lines .price:before,.lines .rate:before{content:attr(data-label) " : ";color:var(--faint)}
.lines .amount{grid-column:2;grid-row:2/span 3;align-self:end;text-align:right;font-size:16px}
footer{margin-top:24px}
}
@media print{
@page{size:A4;margin:14mm 13mm 15mm}
body{background:#fff;font-size:9.6pt}
.sheet{max-width:none;margin:0;padding:0;border:0;box-shadow:none}
.keys,.totals .due{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.small,.ids div,.pairs,.vat,.lines .sub{font-size:8.8pt}
.keys dd{font-size:12pt}
.title h1{font-size:19pt}
.title .number,.from .name{font-size:12.5pt}
.totals .due strong{font-size:14pt}
}
`;
