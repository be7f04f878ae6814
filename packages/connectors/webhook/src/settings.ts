import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });
/** 24 characters of base64 hold 144 bits: more than anybody tries out. */
const secret = z.string().min(24).max(500);

/** An empty field of a form is a field left out. */
const orLeftOut = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), shape.optional());

/** What it takes to reach the other side. */
export const reachSettings = {
  /** Where events are posted. */
  url: address,
  /** Signs what we send, and what is sent to us. */
  secret,
  /** The one before, while the other side changes over: both sign, both are believed. */
  previousSecret: orLeftOut(secret),
  /** `<readBackUrl>/<key>` tells what stands there under a key; without it the answers to our events must do. */
  readBackUrl: orLeftOut(address),
} as const;

const settings = z.strictObject({
  ...reachSettings,
  /** How many messages of the other side one page of news holds. */
  pageSize: z.int().min(1).max(500).default(100),
});

export type ReachSettings = z.infer<z.ZodObject<typeof reachSettings>>;

export type WebhookSettings = z.infer<typeof settings>;

export const parseWebhookSettings = (raw: unknown): Result<WebhookSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};

/** The newest first: that is the one a receiver should try first. */
export const secretsOf = ({
  secret: current,
  previousSecret,
}: Pick<ReachSettings, 'secret' | 'previousSecret'>): readonly string[] =>
  previousSecret === undefined ? [current] : [current, previousSecret];
