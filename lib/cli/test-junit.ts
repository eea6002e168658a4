import { attribute, text } from '../report/junit';
import type { TestOutcome } from './test-run';

const caseOf = ({ title, file, failures, seconds }: TestOutcome): readonly string[] => {
  const time = seconds === null ? '' : ` time="${seconds}"`;
  const head = `    <testcase classname="${attribute(file)}" name="${attribute(title)}"${time}`;
  if (failures === null) return [`${head}>`, '      <skipped message="not played: interrupted"/>', '    </testcase>'];
  if (failures.length === 0) return [`${head}/>`];
  const all = failures.map(
    (failure) => `      <failure message="${attribute(failure.split('\n')[0] ?? '')}">${text(failure)}</failure>`,
  );
  return [`${head}>`, ...all, '    </testcase>'];
};

/** Outcomes of tests as JUnit; `time` is virtual time, so that the report of a run is always the same. */
export const testJunit = (outcomes: readonly TestOutcome[]): string => {
  const failed = outcomes.filter(({ failures }) => failures !== null && failures.length > 0).length;
  const skipped = outcomes.filter(({ failures }) => failures === null).length;
  const counts = `tests="${outcomes.length}" failures="${failed}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="connect-flows test" ${counts}>`,
    `  <testsuite name="connect-flows test" ${counts}>`,
    ...outcomes.flatMap(caseOf),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
