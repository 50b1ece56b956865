import '../../../components/base.css';
import '../../../components/due/due.css';
import '../../../components/search/search.css';
import '../../../components/sidebar/sidebar.css';
import '../../../components/sidebar/parts.css';
import '../../../components/sidebar/views.css';
import { render } from 'preact';
import { Sidebar } from '../../../components/sidebar/sidebar';
import { localeTag } from '../../../utils/i18n';
import { setLocale } from '../../../utils/ui/language';
import { STATES } from './states';

/** One state of the sidebar, as `?state=card&lang=zh_CN&theme=dark` asks; for looking at, never shipped. */
const asked = new URLSearchParams(location.search);
await setLocale((asked.get('lang') ?? 'en') as 'en', []);
document.documentElement.lang = localeTag();
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
const state = asked.get('state') ?? 'card';
const props = STATES[state];
const root = document.getElementById('app');
if (root && props) render(<Sidebar {...props()} />, root);
// The full tab's styles stay out of the sidebar's pictures.
else if (root)
  void import('./dashboard').then(({ VIEWS }) => {
    const View = VIEWS[state];
    if (View) render(<View />, root);
  });
