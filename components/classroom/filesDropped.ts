/** The files of what was dropped, those in folders too. */
import type { Found } from "../../src/assignments/grading/submissions.ts";

/** @throws the browser's error, for what it cannot read */
export async function filesDropped({ items }: DataTransfer): Promise<Found[]> {
  // The list is empty once the event is over.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<Found[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [
      { name: entry.fullPath.replace(/^\//, ""), size: file.size, arrayBuffer: () => file.arrayBuffer() },
    ];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  while (true) {
    // A reader gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const each of some) found.push(...(await filesIn(each)));
  }
}
