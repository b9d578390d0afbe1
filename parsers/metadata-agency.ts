import { cleanText } from './normalise-label.ts';

/** How a report names its own body: 请与…联系, 本报告由…编制, 2021年，…坚持…. */
const OWN_NAME = [
  /请(?:与|联系)[:：]?([^，。、；,;（(]{2,40}?)(?:联系|[（(，,。；;])/,
  /报告由([^，。；,;（(]{2,40}?)(?:按照|根据|依据|编制)/,
  /[，,；;]由([^，。；,;（(]{2,40}?)(?:负责|汇总)?编制/,
  /20\d{2}年(?:度|以来)?[，,]([^，。、；,;\s]{2,30}?)(?:坚持|认真|深入|严格|全面|按照|以习近平|始终|高度|紧紧|围绕|不断|持续|积极|切实|依照|依法)/,
];

/** What the name of a body ends in; a piece of a sentence (学校相关部门的信息公开情况) ends otherwise. */
const IS_BODY =
  /(?:政府|办公室|办公厅|街道|中心|大学|银行|公司|集团|[省州盟市县区旗镇乡局委会厅院室处队站所社团校馆司部署办])$/;
/** 我局, 全市, 学校: whoever reads knows whose, the words do not say it; 在县委县政府 is no subject. */
const NAMES_NOBODY = /^(?:我|本|全|该|各|学校|相关|有关|在|按|根据|通过)/;

/** The desk that answers for a body, as its contact: 某某县人民政府办公室信息科, 某某局办公室. */
const DESKS = [
  /(?:(?<!人民)政府|政务)?信息公开(?:工作)?(?:领导小组|联席会议)?(?:办公室|办)?$/,
  /(?<=办公室|办公厅|办事处|[局委厅院部署]|政府|街道|中心)[政府务公开信息综合秘书文电督查法规管理行宣传]{2,10}[科处股室]$/,
  /(?<=街道|办事处|[镇乡局厅院])(?:党政)?(?:综合)?办(?:公室)?$/,
];

/** The body that the introduction of a report calls its own, without the desk that answers for it; null for none. */
export function agencyOfIntro(intro: string): string | null {
  for (const pattern of OWN_NAME) {
    const named = withoutDesk(cleanText(pattern.exec(intro)?.[1] ?? ''));
    if (IS_BODY.test(named) && !NAMES_NOBODY.test(named)) return named;
  }
  return null;
}

const withoutDesk = (name: string): string => DESKS.reduce((body, desk) => body.replace(desk, ''), name);

/** Whether a line above a headline is the body that the introduction names: in full, or with its county before it. */
export function isBodyNamed(line: string, body: string): boolean {
  const [printed, named] = [line, body].map((name) => name.replace(/(?<=.)(?:人民)?政府$/, '')) as [
    string,
    string,
  ];
  return printed === named || (printed.endsWith(named) && IS_BODY.test(printed.slice(0, -named.length)));
}
