/**
 * Files that a command writes: whole or not at all, and only where it was found out before the work that they can be
 * written. A command that is killed, or a disk that is full, leaves what stood there before.
 */
import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { sync as writeWhole } from "write-file-atomic";
import { FileError, UsageError } from "./command.ts";

/** Writes a file, and the folders above it. @throws FileError */
export function writeFile(file: string, content: string | Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, content);
  } catch (error) {
    throw new FileError(`“${file}” could not be written: ${reasonOf(error)}.`);
  }
}

/** Writes plain data as JSON in lines. @throws FileError */
export function writeJson(file: string, value: unknown): void {
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** The file, where one can be written: asked before the work. @throws UsageError for the option with this name */
export function writableFile(option: string, file: string): string {
  const folder = dirname(resolve(file));
  if (file === "" || !isFolder(folder))
    throw new UsageError(`${option} needs a file in a folder that exists, not “${file}”.`);
  if (isFolder(file)) throw new UsageError(`${option} needs a file, and “${file}” is a folder.`);
  if (!mayWrite(folder) || (statSync(file, { throwIfNoEntry: false }) && !mayWrite(file)))
    throw new UsageError(`${option}: “${file}” cannot be written to by this user.`);
  return file;
}

/** The folder, or where it can be made: asked before the work. @throws UsageError */
export function writableFolder(option: string, folder: string): string {
  let standing = resolve(folder);
  while (!statSync(standing, { throwIfNoEntry: false })) standing = dirname(standing);
  if (folder === "" || !isFolder(standing))
    throw new UsageError(`${option} needs a folder, and “${standing}” is a file.`);
  if (!mayWrite(standing)) throw new UsageError(`${option}: “${folder}” cannot be written to by this user.`);
  return folder;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "the disk is read-only",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? message;
}
