/** One sheet, light and dark, from 320 px up. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #16181c);
  --surface: light-dark(#fff, #1f2228);
  --ink: light-dark(#1c2127, #e9eaec);
  --soft: light-dark(#5a626d, #a5adb8);
  --line: light-dark(#dfdcd6, #353a43);
  --accent: light-dark(#0b5d5e, #6fd0cb);
  --on-accent: light-dark(#fff, #0c1f20);
  --danger: light-dark(#a32219, #ff9b8f);
  --on-danger: light-dark(#fff, #2b0c08);
  --warn: light-dark(#fff3d6, #3b2f12);
  --focus: light-dark(#1a56db, #8ab4ff);
}
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; background: var(--paper); color: var(--ink); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: .5rem; top: .5rem; background: var(--surface); padding: .5rem 1rem; z-index: 1; }
.wide { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
header .wide { display: flex; justify-content: space-between; align-items: center; gap: 1rem; min-height: 3.5rem; }
.brand { color: inherit; font-weight: 650; text-decoration: none; display: flex; align-items: center; gap: .6rem; }
.mark { display: grid; place-items: center; width: 1.8rem; height: 1.8rem; border-radius: .45rem; background: var(--accent); color: var(--on-accent); }
a { color: var(--accent); }
a, button, summary { min-height: 24px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.4rem 0 .3rem; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
.hint { color: var(--soft); font-size: .9rem; margin: 0 0 .75rem; }
td .hint, li .hint { margin: 0; }
.title { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-bottom: 1rem; }
.title h1 { margin: 0; overflow-wrap: anywhere; }
.title h1 span { display: block; font-size: 1rem; font-weight: 400; color: var(--soft); }
.columns { display: grid; gap: 1.5rem 2rem; grid-template-columns: minmax(0, 1fr) 20rem; align-items: start; padding-bottom: 3rem; }
.columns > .panel { margin-top: 1.6rem; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.1rem; margin-bottom: 1.25rem; }
.tabs { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .5rem 0 1rem; }
.tabs a { display: block; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 2rem; text-decoration: none; color: var(--ink); background: var(--surface); }
.tabs a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.tabs b { font-weight: 500; opacity: .75; }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
th { text-align: start; font-size: .82rem; font-weight: 600; color: var(--soft); padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
td { padding: .65rem .9rem; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
.bills tbody tr:hover { background: color-mix(in srgb, var(--accent) 6%, transparent); }
.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.whole { white-space: nowrap; }
.who { font-weight: 550; }
.chip { display: inline-block; padding: .1rem .65rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; border: 1px solid currentColor; color: var(--soft); }
.chip-validated, .chip-posted, .chip-booked { color: var(--accent); }
.chip-paid { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
.chip-cancelled { color: var(--danger); }
.empty { padding: 2.5rem 1rem; text-align: center; border: 1px dashed var(--line); border-radius: .6rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem 1.5rem; margin: 0 0 1.5rem; }
dt { font-size: .85rem; color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.totals { margin: .75rem 0 1.75rem auto; max-width: 22rem; }
.totals div { display: flex; justify-content: space-between; gap: 1rem; padding: .2rem .9rem; font-variant-numeric: tabular-nums; }
.totals .sum { border-top: 1px solid var(--line); font-weight: 700; }
.sum dt { color: inherit; font-size: 1rem; }
.files, .history { padding: 0; margin: 0; list-style: none; }
.files li { padding: .3rem 0; }
.history li { padding: .45rem 0 .45rem .9rem; border-inline-start: 2px solid var(--line); }
.history time { display: block; font-size: .85rem; color: var(--soft); }
.history q { display: block; font-style: italic; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; padding: .5rem 1rem; border-radius: .45rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.quiet { background: none; color: var(--accent); }
button.danger { background: var(--danger); border-color: var(--danger); color: var(--on-danger); }
.panel > form > button { width: 100%; margin-bottom: .5rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .9rem; }
summary { cursor: pointer; padding: .35rem 0; color: var(--danger); font-weight: 600; }
details form { padding: .4rem 0 .8rem; }
.switch { display: flex; gap: .6rem; align-items: baseline; padding: .25rem 0; }
.field { display: block; padding: .3rem 0; }
input[type=number], input[type=date] { display: block; width: 6rem; }
input[type=date] { width: 11rem; }
input[type=number], input[type=date], textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .4rem; padding: .4rem .6rem; }
textarea { display: block; width: 100%; margin-bottom: .6rem; }
.alarm { background: var(--warn); border-radius: .45rem; padding: .6rem .9rem; margin: 0 0 .75rem; }
.alarm ul { margin: .2rem 0 0; padding-inline-start: 1.2rem; }
.calm { color: var(--accent); font-weight: 600; margin: 0 0 .5rem; }
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .columns > .panel { margin-top: 0; }
  .bill { display: flex; flex-direction: column; align-items: stretch; gap: 0; }
  .bill > div { display: contents; }
  .bill .facts { order: -2; }
  .bill .panel:has(#actions) { order: -1; }
  .bill .panel, .bill > div > section { margin-bottom: 1.5rem; }
}
@media (max-width: 40rem) {
  .wide { padding: 0 1rem; }
  h1 { font-size: 1.35rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; left: -999px; }
  tbody tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  td { border: 0; padding: .15rem .9rem; display: flex; justify-content: space-between; gap: 1rem; text-align: end; }
  td.who { display: block; text-align: start; }
  td[data-label]::before { content: attr(data-label); color: var(--soft); font-size: .85rem; text-align: start; }
}
@media print { header, .panel, nav { display: none; } }
`;
