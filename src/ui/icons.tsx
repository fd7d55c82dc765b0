import type { ReactNode } from 'react';

import styles from './icons.module.css';

function Icon({ children, isDirectional }: { children: ReactNode; isDirectional?: boolean }) {
  return (
    <svg
      className={isDirectional ? styles['directional'] : undefined}
      width="1.25em"
      height="1.25em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

// So that icons nobody shows are left out of the bundle.
// @__NO_SIDE_EFFECTS__
const line = (d: string, isDirectional = false) =>
  function LineIcon() {
    return (
      <Icon isDirectional={isDirectional}>
        <path d={d} />
      </Icon>
    );
  };

export const ShieldIcon = line(
  'M12 3l7.5 2.6v5.6c0 4.6-3 8-7.5 9.8-4.5-1.8-7.5-5.2-7.5-9.800V5.600zM9 12l2.2 2.2 4-4.4',
);
export const CheckIcon = line('M4.5 12.500l5 5 10-11');
export const KeyIcon = line(
  'M8 20a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM10.9 13.100L20 4M15 9l3 3M18 6l1.5 1.5',
);
export const PhoneIcon = line(
  'M8.5 2.500h7A1.5 1.5 0 0 1 17 4v16a1.5 1.5 0 0 1-1.5 1.500h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.500zM10 8h4M10 12h4M11 18h2',
);
export const MailIcon = line(
  'M4.5 5h15A1.5 1.5 0 0 1 21 6.500v11a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 17.500v-11A1.5 1.5 0 0 1 4.5 5zM3.5 7l8.5 6.500L20.5 7',
);
export const ClockIcon = line('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2');
export const WarningIcon = line('M12 4l9 16H3zM12 10v4M12 17v.01');
export const InfoIcon = line('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5M12 8v.01');
export const DotsIcon = line(
  'M5 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM12 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM19 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
);
export const CloseIcon = line('M6 6l12 12M18 6L6 18');
export const CopyIcon = line('M9 9h10v11H9zM5 15V4h10');
export const UserIcon = line(
  'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.500c.8-4 3.6-6 7.5-6s6.7 2 7.5 6',
);
export const SearchIcon = line('M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4.5 4.5');
export const DownloadIcon = line('M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14');
export const PrinterIcon = line('M7 8V3.500h10V8M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z');
export const OfflineIcon = line(
  'M3 3l18 18M5 12a10 10 0 0 1 4-2.500M15 10a10 10 0 0 1 4 2M9 16a4.5 4.5 0 0 1 6 0M12 19.500v.01',
);
export const SignOutIcon = line('M10 4H5v16h5M10 12h10M16 8l4 4-4 4', true);
export const BackIcon = line('M19 12H5M11 6l-6 6 6 6', true);
