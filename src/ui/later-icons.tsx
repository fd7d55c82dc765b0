import { line } from './icon.tsx';

/** Icons that only lazy parts show, so they are not in the first load. */
export const CheckIcon = line('M4.5 12.500l5 5 10-11');
export const ClockIcon = line('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2');
export const CopyIcon = line('M9 9h10v11H9zM5 15V4h10');
export const SearchIcon = line('M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4.5 4.5');
export const DownloadIcon = line('M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14');
export const PrinterIcon = line('M7 8V3.500h10V8M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z');
export const CloseIcon = line('M6 6l12 12M18 6L6 18');
export const ListIcon = line('M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01');
export const EyeIcon = line(
  'M2.5 12C5 7.500 8.500 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-6 6.500-9.500 6.500s-7-2-9.500-6.500zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
);
export const EyeOffIcon = line(
  'M4 4l16 16M9.900 5.800A9 9 0 0 1 12 5.500c3.500 0 7 2 9.500 6.500a16 16 0 0 1-2.600 3.500M6 7.500A16 16 0 0 0 2.500 12c2.500 4.500 6 6.500 9.500 6.500a9 9 0 0 0 4.300-1.100',
);
export const BackIcon = line('M20 12H4M10 6l-6 6 6 6', true);
export const SignOutIcon = line('M10 4H5v16h5M10 12h10M16 8l4 4-4 4', true);
