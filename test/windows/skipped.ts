const modes = 'looks at the modes of files, which say nothing on Windows';
const openFile = 'removes a file while it is open, which Windows does not do';

/** What is skipped under Windows in the chosen folders: a file, or a test by its full name, and why. */
export const skipped: Readonly<Record<string, string>> = {
  'on Windows, the new file is a copy of the old one with different content': `${modes}; that a hidden file stays hidden is tried above`,
  'elsewhere, it starts as a file that only its owner can read': modes,
  'on win32, a claim that another process removed before it was locked is known to be gone': openFile,
  'on darwin, a claim that another process removed before it was locked is known to be gone': openFile,
};
