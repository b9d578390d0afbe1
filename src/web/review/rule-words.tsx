import type { Language } from '../../model/status.ts';
import { isRule, RULES } from '../../rules/index.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { Marked } from '../parts/marked.tsx';
import { REVIEW } from '../texts/review.ts';

/** What the rule demands, why, and how a person judges; closed until it is wanted. */
export function RuleWords({ rule, lang }: { rule: string; lang: Language }): Html | null {
  if (!isRule(rule)) return null;
  const { demands, why, judge } = RULES[rule];
  return (
    <details class="rule-words" open>
      <summary>
        <h2>{REVIEW.ruleSays[lang]}</h2>
      </summary>
      <p>
        <Marked text={demands[lang]} />
      </p>
      <dl>
        <dt>{REVIEW.why[lang]}</dt>
        <dd>
          <Marked text={why[lang]} />
        </dd>
        <dt>{REVIEW.judge[lang]}</dt>
        <dd>
          <Marked text={judge[lang]} />
        </dd>
      </dl>
      <p>
        <a href={`/rules/${rule}`}>
          <code>{rule}</code>
        </a>
      </p>
    </details>
  );
}

/** What was said, and the two numbers that differ. */
export function Arithmetic({ detail, lang }: { detail: FindingDetail; lang: Language }): Html {
  const { message, expected, actual, delta } = detail;
  return (
    <section class="arithmetic" aria-labelledby="arithmetic">
      <h2 class="out-of-sight" id="arithmetic">
        {REVIEW.arithmetic[lang]}
      </h2>
      <p class="says">{message[lang]}</p>
      {expected !== null && actual !== null && (
        <dl>
          <Figure name={REVIEW.expected[lang]} value={expected} />
          <Figure name={REVIEW.reported[lang]} value={actual} />
          {delta !== null && <Figure name={REVIEW.difference[lang]} value={delta} kind="delta" />}
        </dl>
      )}
    </section>
  );
}

const Figure = ({ name, value, kind = '' }: { name: string; value: number; kind?: string }): Html => (
  <div class={kind}>
    <dt>{name}</dt>
    <dd>{kind === 'delta' && value > 0 ? `+${value}` : String(value).replace('-', '−')}</dd>
  </div>
);
