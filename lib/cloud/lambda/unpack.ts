import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { AwsError } from '../aws-error';

/** Lambda's own limit for what an archive unpacks to. */
const MOST_BYTES = 250 * 1024 * 1024;

const inside = (folder: string, name: string): string => {
  const file = path.resolve(folder, name);
  if (file.startsWith(`${folder}${path.sep}`)) return file;
  throw new AwsError('InvalidParameterValueException', `The archive holds "${name}", which would leave its folder.`);
};

const unzipped = (archive: Buffer): Record<string, Uint8Array> => {
  let bytes = 0;
  try {
    return unzipSync(archive, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        if (bytes > MOST_BYTES) throw new Error(`it unpacks to more than ${MOST_BYTES} bytes`);
        return true;
      },
    });
  } catch (error) {
    throw new AwsError('InvalidParameterValueException', `Could not unzip uploaded file: ${(error as Error).message}.`);
  }
};

/** Writes the files of an archive into a folder. @throws AwsError for what is no archive, or one that would write elsewhere */
export const unpack = (archive: Buffer, folder: string): void => {
  const files = Object.entries(unzipped(archive)).map(
    ([name, content]) => [inside(folder, name), name, content] as const,
  );
  for (const [file, name, content] of files) {
    if (name.endsWith('/')) mkdirSync(file, { recursive: true });
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
};
