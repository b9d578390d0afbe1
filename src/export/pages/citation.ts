import type { PageInput } from './page-input.ts';

/** Citation File Format 1.2.0. No date: the version names the content, and a clock would change the bytes. */
export function citation({
  plan: { version, snapshot },
  data: { licence, conceptDoi },
  doi,
}: PageInput): string {
  return `cff-version: 1.2.0
message: "If you use this dataset, please cite it with its version."
type: dataset
title: "gongkai: yearly government information disclosure reports of Chinese public bodies"
version: "${version}"
license: ${licence.id}
${doi === null ? '' : `doi: ${doi}\n`}identifiers:
${conceptDoi === null ? '' : `  - type: doi\n    value: ${conceptDoi}\n    description: "All versions"\n`}  - type: other
    value: "sha256:${snapshot}"
    description: "Digest of the content of this release"
authors:
  - name: "The gongkai contributors"
keywords:
  - "government information disclosure"
  - "China"
  - "政府信息公开"
`;
}
