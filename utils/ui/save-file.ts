/** Hands a file to the reader to keep; nothing leaves the machine. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads it after the click: the address must live a moment longer
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
