/** The look of the run page: one column, figures aligned, light and dark, readable on a phone and on paper. */
export const RUN_PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --quiet: #5a636d; --line: #dcdfe3; --paper: #fdfdfc; --raised: #f4f4f1; --link: #0b57a4;
  --bad: #a8201a; --fair: #7d5000; --good: #1b6538; --new: #2c6fbb; --same: #a9b1ba; --skipped: #d9dce0; --shade: 44, 111, 187; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #a3acb6; --line: #343a41; --paper: #15181c; --raised: #1e2227; --link: #8ab8ef;
  --bad: #ff9a91; --fair: #efbf62; --good: #86d8a2; --new: #6aa5e6; --same: #5d6670; --skipped: #3b424a; --shade: 106, 165, 230; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; -webkit-text-size-adjust: 100%; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
a { color: var(--link); }
a, summary, .scroll { border-radius: 3px; } a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; margin: 2.75rem 0 .75rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
p { margin: .4rem 0; } code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--quiet); }
.quiet, small, .count { color: var(--quiet); } .count { font-weight: 400; font-size: .9em; margin-left: .2em; font-variant-numeric: tabular-nums; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .9rem; } header .quiet { flex-basis: 100%; margin: 0; font-size: .95rem; }
.end { margin: 0; padding: .1rem .75rem; border: 1.5px solid currentColor; border-radius: 99px; font-weight: 600; font-size: .95rem; }
.end.good, .more { color: var(--good); } .end.fair { color: var(--fair); } .end.bad, .fewer { color: var(--bad); }
.balance { display: flex; flex-wrap: wrap; gap: .25rem 1.6rem; margin: 0 0 .9rem; }
.balance dt { color: var(--quiet); font-size: .9rem; } .balance dd { margin: 0; font-size: 1.75rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.balance .sign { color: var(--quiet); font-weight: 400; margin-right: .45rem; }
.balance .none dd { color: var(--quiet); font-weight: 400; } .balance .failed:not(.none) dd { color: var(--bad); } .balance .pending:not(.none) dd { color: var(--fair); }
.balance dt::before { content: ""; display: inline-block; width: .6rem; height: .6rem; border-radius: 2px; margin-right: .4rem; } .balance .discovered dt::before { display: none; }
.balance .new dt::before { background: var(--new); } .balance .same dt::before { background: var(--same); } .balance .skipped dt::before { background: var(--skipped); }
.balance .failed dt::before { background: var(--bad); } .balance .pending dt::before { background: var(--fair); }
.bar { display: block; width: 100%; height: .7rem; border-radius: 4px; margin: 0 0 .6rem; }
.bar .new { fill: var(--new); } .bar .same { fill: var(--same); } .bar .skipped { fill: var(--skipped); } .bar .failed { fill: var(--bad); } .bar .pending { fill: var(--fair); }
.alarms { padding: 0; margin: 0; list-style: none; } .alarms li { border-left: 4px solid var(--fair); padding: .3rem .9rem; margin: .4rem 0; background: var(--raised); overflow-wrap: anywhere; }
.alarms .first { border-color: var(--bad); } .alarms .over { border-color: var(--good); }
.badge { color: var(--quiet); font-size: .85rem; white-space: nowrap; } .first .badge { color: var(--bad); font-weight: 600; } .over .badge { color: var(--good); }
details { margin: .9rem 0; } summary { cursor: pointer; padding: .2rem 0; font-weight: 600; }
.list { border-top: 1px solid var(--line); margin: 0; padding: .5rem 0; } section + .list { margin-top: 2.75rem; }
.list ol { padding-left: 2.5rem; overflow-wrap: anywhere; } .list ol li { margin: .2rem 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; } th:first-child, td:first-child { padding-left: 0; }
thead th { color: var(--quiet); font-weight: 400; font-size: .9rem; white-space: nowrap; } tbody th, tfoot th { font-weight: 500; min-width: 8rem; } .coverage th:first-child { position: sticky; left: 0; background: var(--paper); } tfoot th, tfoot td { border-bottom: 0; font-weight: 600; }
th small, .why small { display: block; font-weight: 400; font-size: .85rem; overflow-wrap: anywhere; } .why { min-width: 15rem; max-width: 26rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.none { color: var(--quiet); }
.outcome { font-weight: 600; } .outcome.failed { color: var(--bad); } .outcome.partly, .outcome.pending { color: var(--fair); } .outcome.done { color: var(--good); }
.coverage { width: auto; min-width: 60%; } .coverage th, .coverage td { padding-top: .3rem; padding-bottom: .3rem; } .coverage td { min-width: 5.5rem; } .coverage small { margin-left: .35rem; color: inherit; font-size: .85em; }
.s1 { background: rgba(var(--shade), .04); } .s2 { background: rgba(var(--shade), .09); } .s3 { background: rgba(var(--shade), .14); } .s4 { background: rgba(var(--shade), .19); } .s5 { background: rgba(var(--shade), .24); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9rem; } footer dl { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 0; }
footer dt { color: var(--quiet); } footer dd { margin: 0; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { body { font-size: 15px; } main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.45rem; } h2 { margin-top: 2.2rem; }
  .balance { display: grid; grid-template-columns: repeat(3, 1fr); gap: .8rem .6rem; } .balance dd { font-size: 1.35rem; } .balance .sign { margin-right: .3rem; } }
@media print { body { font-size: 9.5pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; } tr, li { break-inside: avoid; } }
`;
