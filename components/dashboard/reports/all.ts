import { cohortsReport } from './cohorts';
import { conversionReport } from './conversion';
import { losingReport } from './losing';
import { mixReport } from './mix';
import type { MakeReport, ReportId } from './report';
import { tiersReport } from './tiers';
import { whaleReport } from './whale';
import { yearsReport } from './years';

/** Each report from the stored totals. */
export const MAKE: Readonly<Record<ReportId, MakeReport>> = {
  whale: whaleReport,
  tiers: tiersReport,
  years: yearsReport,
  cohorts: cohortsReport,
  mix: mixReport,
  conversion: conversionReport,
  losing: losingReport,
};
