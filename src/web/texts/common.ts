import type { Texts } from './text.ts';

/** What stands on every page. */
export const COMMON = {
  product: { zh: '公开', en: 'gongkai' },
  productIs: { zh: '政府信息公开年报核对', en: 'disclosure reports, checked' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  navigation: { zh: '栏目', en: 'Pages' },
  trail: { zh: '上级页面', en: 'The pages above' },
  preferences: { zh: '显示设置', en: 'How pages are shown' },
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '外观', en: 'Look' },
  auto: { zh: '随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  apply: { zh: '应用', en: 'Apply' },
  shorten: { zh: '为本页取一个短网址', en: 'A short address for this page' },
  alsoAs: { zh: '本页数据', en: 'This page as' },

  home: { zh: '首页', en: 'Home' },
  findings: { zh: '待核对', en: 'Findings' },
  reports: { zh: '报告', en: 'Reports' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  variables: { zh: '变量', en: 'Variables' },
  rules: { zh: '规则', en: 'Rules' },
  runs: { zh: '运行', en: 'Runs' },
  downloads: { zh: '下载', en: 'Downloads' },
  people: { zh: '人员', en: 'People' },

  badRequest: { zh: '无法理解这个请求', en: 'This request cannot be understood' },
  loginNeeded: { zh: '请先登录', en: 'Please log in first' },
  forbidden: { zh: '没有权限', en: 'Not permitted' },
  forbiddenHint: {
    zh: '您的角色不能使用这一页。角色由管理员更改。',
    en: 'Your role may not use this page. An administrator changes roles.',
  },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundHint: {
    zh: '网址可能有误，或者那份报告、那条问题已不在库中。可从上面的栏目进入，或按名称查找地方。',
    en: 'The address may be mistyped, or the report or finding is no longer stored. The pages above lead on, or the search for a place.',
  },
  tooLarge: { zh: '发送的内容太大', en: 'Too much was sent' },
  otherHost: { zh: '请用 127.0.0.1 或 localhost 打开', en: 'Open it as 127.0.0.1 or localhost' },
  tooMany: { zh: '请求太多，请稍候', en: 'Too many requests, please wait a moment' },
  tookTooLong: { zh: '用时太久，已放弃', en: 'This took too long and was given up' },
  tookTooLongHint: {
    zh: '缩小范围（如只看一省、一年）后再试。其他页面不受影响。',
    en: 'Narrow it down (one province, one year) and try again. Other pages are not affected.',
  },
  failed: { zh: '程序出错', en: 'Something went wrong' },
  failedHint: {
    zh: '没有保存任何更改。原因已写在运行本程序的终端上。',
    en: 'Nothing was changed. The reason is on the terminal that runs the program.',
  },
  noCsv: { zh: '这一页没有 CSV', en: 'This page has no CSV' },
  account: { zh: '我的账号', en: 'My account' },
  logOut: { zh: '退出', en: 'Log out' },
  toHome: { zh: '回首页', en: 'To the home page' },
} as const satisfies Texts;
