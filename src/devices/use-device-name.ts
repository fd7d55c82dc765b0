import { useLingui } from '@lingui/react/macro';

import type { Device } from '../api/contract-devices.ts';
import { readNames } from './describe-device.ts';

/** What to call a device: "Firefox on Windows". */
export function useDeviceName(): (device: Device) => string {
  const { t } = useLingui();
  return (device) => {
    const { name, program, system } = readNames(device);
    return name ?? (program ? t`${program} on ${system}` : t`Unknown device`);
  };
}
