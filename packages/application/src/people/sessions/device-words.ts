/** A browser and a system as people call them; undefined where the user agent names none we know. */
export interface DeviceWords {
  readonly browser?: string;
  readonly system?: string;
}

/** The first that matches wins: most browsers also name those they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
  [/^(curl|node|undici|python-requests|parvis)\b/i, 'API'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

export const deviceWords = (userAgent: string | undefined): DeviceWords => {
  const nameIn = (table: readonly (readonly [RegExp, string])[]): string | undefined =>
    table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const browser = nameIn(browsers);
  const system = nameIn(systems);
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
};

/** Enough to recognise one's own, not enough to follow somebody: 192.0.2.x, 2001:db8:…  */
export const shortAddress = (address: string | undefined): string | undefined => {
  if (address === undefined) return undefined;
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];
  if (v4 !== undefined) return `${v4}.x`;
  return address.startsWith('::') ? address : `${address.split(':').slice(0, 2).join(':')}:…`;
};
