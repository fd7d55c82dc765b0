/**
 * The part of the contract that is about devices and sessions; see contract.ts. Its payloads stand at
 * the top level and not under `data`, and its times are ISO 8601 strings. Both forms are read.
 */
import * as v from 'valibot';

import { maybe, text, timestamp } from './contract.ts';

// Bodies -------------------------------------------------------------------------------------------

export const trustBody = v.object({
  /** What `GET /devices/{id}` gives as `deviceFingerprint`. */
  fingerprint: text,
});

const said = maybe(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(512)));
const deviceType = v.picklist(['DESKTOP', 'MOBILE', 'TABLET']);
export type DeviceType = v.InferOutput<typeof deviceType>;

/**
 * What a browser says about itself at sign-in. The documentation's example has `name` and `type`
 * instead. Nonsense in it counts as absent, because it must not keep anybody from signing in.
 */
export const deviceInfo = v.object({
  /** 128 random bits that the browser keeps, canonical base64url. Only the reference backend reads it. */
  deviceId: maybe(v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/))),
  userAgent: said,
  deviceType: maybe(deviceType),
  os: said,
  browser: said,
  /** An IANA time zone. */
  timezone: said,
  /** A BCP 47 tag. */
  language: said,
  platform: said,
  name: said,
  type: said,
});
export type DeviceInfo = v.InferInput<typeof deviceInfo>;

// Answers ------------------------------------------------------------------------------------------

/** A time as ISO 8601 or as a number, read as milliseconds since the epoch. */
const moment = v.union([
  timestamp,
  v.pipe(
    v.string(),
    v.transform((time) => Date.parse(time)),
    // `Date.parse` gives NaN for what is no time.
    v.number(),
  ),
]);

export const session = v.object({
  id: text,
  /** In the documentation it is there, in the client's types it is gone. */
  deviceName: maybe(v.string()),
  ipAddress: maybe(v.string()),
  location: maybe(v.string()),
  startedAt: maybe(moment),
  lastActivity: maybe(moment),
  expiresAt: maybe(moment),
  /**
   * Free text in the contract. The reference backend writes `PASSWORD`, then what came second: a type
   * of method (`PASSWORD+PASSKEY`), or `PENDING` while the second step has not been passed.
   */
  loginMethod: maybe(v.string()),
  /** Whether it is the caller's. Only the reference backend says so. */
  isCurrent: maybe(v.boolean()),
});
export type Session = v.InferOutput<typeof session>;

export const device = v.object({
  id: text,
  deviceName: maybe(v.string()),
  deviceType: maybe(deviceType),
  os: maybe(v.string()),
  browser: maybe(v.string()),
  ipAddress: maybe(v.string()),
  country: maybe(v.string()),
  city: maybe(v.string()),
  isTrusted: v.fallback(v.boolean(), false),
  trustLevel: maybe(v.picklist(['HIGH', 'MEDIUM', 'LOW', 'UNKNOWN'])),
  lastSeen: maybe(moment),
  createdAt: maybe(moment),
  trustExpiresAt: maybe(moment),
  /** Whether the caller uses it now. Only the reference backend says so. */
  isCurrent: maybe(v.boolean()),
});
export type Device = v.InferOutput<typeof device>;

/** What can be read of a list is kept, nobody twice; `unreadable` counts the rest. */
// @__NO_SIDE_EFFECTS__
const list = <Entry extends { id: string }>(entry: v.GenericSchema<unknown, Entry>) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => {
      const entries = new Map<string, Entry>();
      let unreadable = 0;
      for (const item of items) {
        const { success, output } = v.safeParse(entry, item);
        if (!success) unreadable += 1;
        else if (!entries.has(output.id)) entries.set(output.id, output);
      }
      return { entries: [...entries.values()], unreadable };
    }),
  );
const sessionList = list(session);
const deviceList = list(device);

/** `GET /sessions` */
export const sessionsAnswer = v.union([
  v.pipe(
    v.object({ sessions: sessionList }),
    v.transform(({ sessions }) => sessions),
  ),
  sessionList,
]);
export type Sessions = v.InferOutput<typeof sessionsAnswer>;

/** `GET /devices` */
export const devicesAnswer = v.union([
  v.pipe(
    v.object({ devices: deviceList }),
    v.transform(({ devices }) => devices),
  ),
  deviceList,
]);
export type Devices = v.InferOutput<typeof devicesAnswer>;

export const details = v.object({
  ...device.entries,
  userAgent: maybe(v.string()),
  /** Opaque; `POST /devices/trust` takes it. */
  deviceFingerprint: maybe(text),
  sessions: v.fallback(sessionList, { entries: [], unreadable: 0 }),
});
export type DeviceDetails = v.InferOutput<typeof details>;

/** `GET /devices/{id}` */
export const deviceAnswer = v.union([
  v.pipe(
    v.object({ device: details }),
    v.transform(({ device: found }) => found),
  ),
  details,
]);

/** `POST /devices/trust` */
export const trustAnswer = v.object({ trustExpiresAt: maybe(moment) });

/** `POST /sessions/{id}/heartbeat` */
export const heartbeatAnswer = v.object({ newExpiry: maybe(moment) });
