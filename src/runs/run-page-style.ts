/** The look of the run page: one column, figures aligned, light and dark, readable on a phone and on paper. */
export const RUN_PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --line: #d8dee4; --paper: #fff; --bad: #b3261e; --warn: #8a5a00; --good: #1a6b3c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --quiet: #9aa4af; --line: #333b44; --paper: #14181d; --bad: #ff8a80; --warn: #f0b849; --good: #7bd69b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
small, .when { color: var(--quiet); }
.balance { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 1px; background: var(--line); border: 1px solid var(--line); margin: 1.2rem 0; }
.balance div { background: var(--paper); padding: .6rem .8rem; }
dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; } dd small { font-size: .8rem; }
.alarms { padding: 0; list-style: none; } .alarms li { border-left: 4px solid var(--warn); padding: .3rem .8rem; margin: .4rem 0; }
.alarms .first { border-color: var(--bad); } .alarms .over { border-color: var(--good); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td { font-variant-numeric: tabular-nums; } thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; } tr.failed td:nth-child(2) { color: var(--bad); } tr.partly td:nth-child(2), tr.pending td:nth-child(2) { color: var(--warn); }
.addresses { overflow-wrap: anywhere; padding-left: 2.5rem; }
@media print { body { font-size: 10pt; } .scroll { overflow: visible; } }
`;
