import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { parseDurationMs } from '../../src/cli/parse-duration.ts';
import { faultsOf, knownVariables } from './command-line.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');
/** Instructions in order, continued lines joined, comments left out. */
const instructions = read('Dockerfile')
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): [string, string] => [line.split(' ')[0] ?? '', line.replace(/^\S+\s+/, '')]);
const all = (name: string): string[] => instructions.filter(([one]) => one === name).map(([, rest]) => rest);
const last = (name: string): string => all(name).at(-1) ?? '';
const entry = JSON.parse(last('ENTRYPOINT')) as string[];

describe('Dockerfile', () => {
  test('has only instructions that there are, and begins with FROM', () => {
    const known = ['FROM', 'RUN', 'WORKDIR', 'COPY', 'ENV', 'VOLUME', 'USER', 'ENTRYPOINT', 'CMD'];
    expect(instructions.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(instructions[0]?.[0]).toBe('FROM');
  });

  test('names the version of its base, one that package.json allows', () => {
    const bases = all('FROM').map((from) => from.split(' ')[0] ?? '');
    for (const base of bases)
      expect(Number(/^node:(\d+)-[a-z]+-slim$/.exec(base)?.[1])).toBeGreaterThanOrEqual(20);
    expect(new Set(bases).size).toBe(1);
  });

  test('copies what there is, and nothing of this machine', () => {
    const copied = all('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    for (const folder of ['src', 'parsers', 'scrapers', 'data']) expect(copied).toContain(folder);
    const ignored = read('Dockerfile.dockerignore').split('\n');
    for (const name of ['data/local', 'node_modules', '.git']) expect(ignored).toContain(name);
  });

  test('leaves no lists of packages behind and asks no questions', () => {
    const installs = all('RUN').filter((line) => line.includes('apt-get install'));
    expect(installs).toHaveLength(2);
    for (const line of installs) {
      expect(line).toContain('--no-install-recommends');
      expect(line).toContain('rm -rf /var/lib/apt/lists/*');
      expect(line).toContain('install -y');
    }
  });

  test('runs as a user without rights, who owns the data alone', () => {
    expect(last('USER')).toBe('node');
    expect(instructions.map(([name]) => name).lastIndexOf('USER')).toBeGreaterThan(
      instructions.map(([name]) => name).lastIndexOf('RUN'),
    );
    expect(all('COPY').at(-1)).toContain('--chown=root:root');
    expect(all('RUN').at(-1)).toBe('install -d -o node -g node /var/lib/gongkai');
  });

  test('starts the program in a way that signals reach it', () => {
    expect(entry).toEqual(['tini', '--', 'node', 'dist/src/cli/main.js']);
    expect(faultsOf(JSON.parse(last('CMD')) as string[])).toEqual([]);
  });

  test('sets variables that the program reads, to places on the volume', () => {
    const set = [...last('ENV').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]);
    expect(set.filter(([name = '']) => !knownVariables().has(name))).toEqual([]);
    for (const [name, value = ''] of set) {
      if (/DATABASE|ARCHIVE/.test(name ?? '')) expect(value.startsWith(`${last('VOLUME')}/`)).toBe(true);
    }
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'));
  const { nightly } = services;

  test('builds the image of the Dockerfile and runs commands that exist', () => {
    expect(existsSync(join(root, 'deploy', nightly.build.context, nightly.build.dockerfile))).toBe(true);
    expect(faultsOf(nightly.command)).toEqual([]);
    const [how, ...check] = nightly.healthcheck.test;
    expect(how).toBe('CMD');
    expect(check.slice(0, 2)).toEqual(entry.slice(2));
    expect(faultsOf(check.slice(2))).toEqual([]);
  });

  test('runs as a user without rights, on a root file system that is read-only', () => {
    expect(nightly).toMatchObject({ read_only: true, user: 'node', cap_drop: ['ALL'], tmpfs: ['/tmp'] });
    expect(nightly.security_opt).toContain('no-new-privileges:true');
    expect(nightly.privileged).toBeUndefined();
    expect(nightly.volumes).toEqual([`data:${last('VOLUME')}`]);
    expect(Object.keys(volumes)).toEqual(['data']);
  });

  test('hands in variables that the program reads, and time to stop', () => {
    expect(Object.keys(nightly.environment).filter((name) => !knownVariables().has(name))).toEqual([]);
    expect(Number.parseInt(nightly.stop_grace_period, 10)).toBeGreaterThan(30);
  });
});

describe('cronjob.yaml', () => {
  const documents = parseAllDocuments(read('kubernetes/cronjob.yaml'));
  const [claim, job] = documents.map((document) => document.toJS());
  const { spec } = job;
  const template = spec.jobTemplate.spec.template.spec;
  const [container] = template.containers;

  test('is YAML without a fault', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect([claim.kind, job.kind, job.apiVersion]).toEqual(['PersistentVolumeClaim', 'CronJob', 'batch/v1']);
  });

  test('runs a command that exists, each night in China, one at a time', () => {
    expect(faultsOf(container.args)).toEqual([]);
    expect(container.command).toBeUndefined();
    expect(faultsOf(['schedule', '--at', spec.schedule])).toEqual([]);
    expect(spec).toMatchObject({ timeZone: 'Asia/Shanghai', concurrencyPolicy: 'Forbid' });
  });

  test('gives the run more time than its budget', () => {
    const budget = parseDurationMs(container.args[container.args.indexOf('--budget') + 1]);
    expect(spec.jobTemplate.spec.activeDeadlineSeconds * 1000).toBeGreaterThan(budget);
  });

  test('tries again only after what another try may mend', () => {
    const rules = spec.jobTemplate.spec.podFailurePolicy.rules;
    const final = rules.find(({ action }: { action: string }) => action === 'FailJob').onExitCodes;
    expect(final).toMatchObject({ containerName: container.name, operator: 'In' });
    const { done, unexpected, stopped, ...others } = EXIT_CODES;
    expect(final.values).toEqual(Object.values(others));
    expect([done, unexpected, stopped].filter((code) => final.values.includes(code))).toEqual([]);
    expect(template.restartPolicy).toBe('Never');
  });

  test('runs as a user without rights, on a root file system that is read-only', () => {
    expect(template.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
      capabilities: { drop: ['ALL'] },
    });
    expect(template.automountServiceAccountToken).toBe(false);
  });

  test('mounts the claim where the image keeps its data, on one node', () => {
    const [data] = template.volumes;
    expect(data.persistentVolumeClaim.claimName).toBe(claim.metadata.name);
    expect(container.volumeMounts).toContainEqual({ name: data.name, mountPath: last('VOLUME') });
    expect(container.volumeMounts).toContainEqual({ name: 'tmp', mountPath: '/tmp' });
    expect(claim.spec.accessModes).toEqual(['ReadWriteOncePod']);
  });
});
