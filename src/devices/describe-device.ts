import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { Device, DeviceType } from '../api/contract-devices.ts';

export const deviceKinds: Record<DeviceType, MessageDescriptor> = {
  DESKTOP: msg`Computer`,
  MOBILE: msg`Phone`,
  TABLET: msg`Tablet`,
};

/** What the answer calls the device, else what is known of it; undefined where nothing is. */
export function readNames({ deviceName, browser, os }: Device) {
  const [name, program, system] = [deviceName, browser, os].map((word) => word?.trim());
  if (name) return { name };
  return program && system ? { program, system } : { name: program || system };
}

/** The one in use first, then by when they were last seen. */
export function inOrder(devices: readonly Device[]): Device[] {
  return devices.toSorted(
    (one, other) =>
      Number(other.isCurrent ?? false) - Number(one.isCurrent ?? false) ||
      (other.lastSeen ?? 0) - (one.lastSeen ?? 0),
  );
}

/** Where it was last seen: "Berlin, Germany", and the network address. */
export function placeOf({ city, country, ipAddress }: Device): string[] {
  const place = [city, country].map((word) => word?.trim()).filter(Boolean);
  return [place.join(', '), ipAddress?.trim() ?? ''].filter(Boolean);
}

/** Whether it is trusted now. The flag may outlive the time until which it is true. */
export function isTrustedAt({ isTrusted, trustExpiresAt }: Device, now: number): boolean {
  return isTrusted && (trustExpiresAt == null || trustExpiresAt > now);
}
