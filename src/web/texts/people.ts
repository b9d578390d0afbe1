import type { Message } from '../../model/finding.ts';
import type { Role } from '../../model/person.ts';
import type { PasswordProblem } from '../security/password.ts';
import type { Texts } from './text.ts';

/** Logging in, accounts and roles. */
export const PEOPLE = {
  logIn: { zh: '登录', en: 'Log in' },
  name: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  wrong: { zh: '用户名或密码不对。', en: 'Name or password is wrong.' },
  wait: (seconds: number) => ({
    zh: `尝试次数太多，请在 ${seconds} 秒后再试。`,
    en: `Too many attempts. Try again in ${seconds} seconds.`,
  }),
  noAccount: {
    zh: '账号由管理员用 gongkai users add 建立。',
    en: 'An administrator makes accounts with gongkai users add.',
  },

  account: { zh: '我的账号', en: 'My account' },
  role: { zh: '角色', en: 'Role' },
  changePassword: { zh: '修改密码', en: 'Change the password' },
  oldPassword: { zh: '现在的密码', en: 'Password until now' },
  newPassword: { zh: '新密码', en: 'New password' },
  passwordRule: { zh: '至少 12 个字符。', en: 'At least 12 characters.' },
  changed: {
    zh: '密码已修改，其他地方的登录都已失效。',
    en: 'The password is changed, and every other session has ended.',
  },
  sessions: { zh: '已登录的地方', en: 'Where you are logged in' },
  startedAt: { zh: '登录时间', en: 'Since' },
  usedAt: { zh: '最近使用', en: 'Last used' },
  browser: { zh: '浏览器', en: 'Browser' },
  here: { zh: '这里', en: 'here' },
  logOutEverywhere: { zh: '在所有地方退出', en: 'Log out everywhere' },
  aloneTitle: { zh: '在本机独自使用', en: 'Alone on this machine' },
  alone: {
    zh: '还没有账号，所以这台机器上的人不必登录，决定记在“local”名下。要让别人从其他机器使用，先建立账号：',
    en: 'There are no accounts, so whoever works on this machine does not log in, and decisions are those of “local”. To let others in from other machines, make accounts first:',
  },

  people: { zh: '人员', en: 'People' },
  nobodyYet: {
    zh: '还没有账号。第一个用 npx gongkai users add 建立。',
    en: 'There are no accounts yet. The first one is made with npx gongkai users add.',
  },
  createdAt: { zh: '建立时间', en: 'Since' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '可登录', en: 'may log in' },
  disabled: { zh: '已停用', en: 'disabled' },
  peopleHint: {
    zh: '建立、停用账号和改密码用命令：gongkai users。',
    en: 'Accounts are made, disabled and given new passwords with the command gongkai users.',
  },
  whatRolesMay: { zh: '各角色可做什么', en: 'What each role may do' },
} as const satisfies Texts;

export const ROLE_NAMES: Readonly<Record<Role, Message>> = {
  reader: { zh: '读者', en: 'reader' },
  auditor: { zh: '核对员', en: 'auditor' },
  lead: { zh: '组长', en: 'lead' },
  admin: { zh: '管理员', en: 'administrator' },
};

export const ROLE_RIGHTS: Readonly<Record<Role, Message>> = {
  reader: { zh: '查看所有页面，下载数据', en: 'sees every page, downloads data' },
  auditor: {
    zh: '另可对问题作出决定、批量确认自己的判断、提出更正',
    en: 'also decides findings, confirms their own verdicts in bulk and proposes corrections',
  },
  lead: {
    zh: '另可批量决定、确认各人的判断、裁决分歧',
    en: 'also decides many at once, confirms verdicts of all and settles disagreements',
  },
  admin: { zh: '另可查看人员', en: 'also sees the people' },
};

export const PASSWORD_PROBLEM_TEXTS: Readonly<Record<PasswordProblem, Message>> = {
  too_short: { zh: '密码太短：至少 12 个字符。', en: 'The password is too short: 12 characters at least.' },
  too_long: { zh: '密码太长。', en: 'The password is too long.' },
  is_name: { zh: '密码与用户名太像。', en: 'The password is too much like the name.' },
};
