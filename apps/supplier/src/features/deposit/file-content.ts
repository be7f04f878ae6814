/** Up to here a file travels inside the request; larger ones are sent ahead. The gateway's limit is 1 MB. */
export const INLINE_LIMIT = 1_000_000;

/** The largest file the gateway takes. */
export const MAXIMUM_BYTES = 20 * 1024 * 1024;

/** The file's bytes in base64, as the API takes small files. */
export const toBase64 = async (file: Blob): Promise<string> => {
  // Browsers differ on the address of nothing.
  if (file.size === 0) return '';
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
};
