import type { Site } from '../detect/types';
import { aliyun } from './aliyun';
import { chatwoot } from './chatwoot';
import { dynamics } from './dynamics';
import { espocrm } from './espocrm';
import { fastmail } from './fastmail';
import { freescout } from './freescout';
import { freshdesk } from './freshdesk';
import { front } from './front';
import { fxiaoke } from './fxiaoke';
import { gmail } from './gmail';
import { gorgias } from './gorgias';
import { helpScout } from './help-scout';
import { horde } from './horde';
import { hubspot } from './hubspot';
import { icloud } from './icloud';
import { intercom } from './intercom';
import { linkedin } from './linkedin';
import { netease } from './netease';
import { odoo } from './odoo';
import { osticket } from './osticket';
import { outlook } from './outlook';
import { pipedrive } from './pipedrive';
import { proton } from './proton';
import { qq, qqOld } from './qq';
import { redmine } from './redmine';
import { requestTracker } from './request-tracker';
import { roundcube } from './roundcube';
import { salesforce } from './salesforce';
import { salesforceClassic } from './salesforce-classic';
import { snappymail } from './snappymail';
import { sogo } from './sogo';
import { suitecrm } from './suitecrm';
import { tryton } from './tryton';
import { twenty } from './twenty';
import { xiaoshouyi } from './xiaoshouyi';
import { yahoo } from './yahoo';
import { zammad } from './zammad';
import { zendesk } from './zendesk';
import { zimbra } from './zimbra';
import { zohoCrm } from './zoho-crm';
import { zohoDesk } from './zoho-desk';
import { zohoMail } from './zoho-mail';

/** Every host that is known as data. Those with addresses come before those recognised by their traits. */
export const SITES: readonly Site[] = [
  gmail,
  outlook,
  qq,
  qqOld,
  netease,
  yahoo,
  fastmail,
  proton,
  icloud,
  aliyun,
  zohoMail,
  sogo,
  zendesk,
  freshdesk,
  intercom,
  helpScout,
  zohoDesk,
  front,
  gorgias,
  zammad,
  chatwoot,
  hubspot,
  salesforce,
  salesforceClassic,
  pipedrive,
  zohoCrm,
  dynamics,
  espocrm,
  odoo,
  twenty,
  fxiaoke,
  xiaoshouyi,
  linkedin,
  roundcube,
  requestTracker,
  tryton,
  horde,
  zimbra,
  snappymail,
  osticket,
  freescout,
  redmine,
  suitecrm,
];
