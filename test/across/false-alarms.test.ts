import { expect, test } from 'vitest';
import { acrossFindings, type Fault, injectFaults, loadBodies, makeBodies } from './false-alarms.ts';
import { formStore } from './make-report.ts';

const COUNT = 30;

test('30 bodies whose five years follow from each other have no error, warning or question, in any order', () => {
  const store = formStore();
  loadBodies(store, makeBodies(2026, COUNT), 1);
  expect(acrossFindings(store)).toEqual([]);
});

test('of faults put into their series every one is told of, on the report or the year beside it, and no other body is', () => {
  const made = injectFaults(makeBodies(2026, COUNT), 3);
  const store = formStore();
  loadBodies(store, made.bodies, 2);
  const findings = acrossFindings(store);
  const isTold = ({ body, year, rule }: Fault): boolean =>
    findings.some(
      (one) => rule.test(one.rule) && one.agency === made.bodies[body]?.agency && one.year === year,
    );
  expect(made.faults.length).toBeGreaterThan(25);
  expect(made.faults.filter((fault) => !isTold(fault))).toEqual([]);
  const faulty = new Set(made.faults.map(({ body }) => made.bodies[body]?.agency));
  expect(findings.filter(({ agency }) => !faulty.has(agency ?? ''))).toEqual([]);
  if (process.env['GONGKAI_LONG']) console.log(made.faults.length, findings.length);
});

test('the same reports in another order have the same findings', () => {
  const { bodies } = injectFaults(makeBodies(2027, 10), 4);
  const told = [1, 2].map((order) => {
    const store = formStore();
    loadBodies(store, bodies, order);
    return acrossFindings(store)
      .map(({ id, reportId, ...finding }) => JSON.stringify(finding))
      .toSorted();
  });
  expect(told[0]).toEqual(told[1]);
  expect(told[0]?.length).toBeGreaterThan(8);
});
