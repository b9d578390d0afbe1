import type { RuleCount } from '../../store/explore/rule-sums.ts';
import type { Html } from '../html.ts';

/** Held, failed and left open as parts of one bar. */
export function ShareBar({ count: { pass, fail, notEvaluable } }: { count: RuleCount }): Html {
  const whole = Math.max(1, pass + fail + notEvaluable);
  const parts = [
    ['k-held', pass],
    ['k-failed', fail],
    ['k-open', notEvaluable],
  ] as const;
  let from = 0;
  return (
    <svg class="share" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(([kind, part]) => {
        const x = from;
        from += (100 * part) / whole;
        return <rect class={kind} x={x} width={(100 * part) / whole} height="9" />;
      })}
    </svg>
  );
}
