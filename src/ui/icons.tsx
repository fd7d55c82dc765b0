import { line } from './icon.tsx';

/** The icons of the first load. The others are in later-icons.tsx. */
export const ShieldIcon = line(
  'M12 3l7.5 2.6v5.6c0 4.6-3 8-7.5 9.8-4.5-1.8-7.5-5.2-7.5-9.800V5.600zM9 12l2.2 2.2 4-4.4',
);
export const KeyIcon = line(
  'M8 20a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM10.9 13.100L20 4M15 9l3 3M18 6l1.5 1.5',
);
export const PhoneIcon = line(
  'M8.5 2.500h7A1.5 1.5 0 0 1 17 4v16a1.5 1.5 0 0 1-1.5 1.500h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.500zM10 8h4M10 12h4M11 18h2',
);
export const MailIcon = line(
  'M4.5 5h15A1.5 1.5 0 0 1 21 6.500v11a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 17.500v-11A1.5 1.5 0 0 1 4.5 5zM3.5 7l8.5 6.500L20.5 7',
);
export const WarningIcon = line('M12 4l9 16H3zM12 10v4M12 17v.01');
export const InfoIcon = line('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5M12 8v.01');
export const DotsIcon = line(
  'M5 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM12 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM19 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
);
export const UserIcon = line(
  'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.500c.8-4 3.6-6 7.5-6s6.7 2 7.5 6',
);
export const GlobeIcon = line(
  'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
);
export const OfflineIcon = line(
  'M3 3l18 18M5 12a10 10 0 0 1 4-2.500M15 10a10 10 0 0 1 4 2M9 16a4.5 4.5 0 0 1 6 0M12 19.500v.01',
);
