import { render } from 'preact';
import { LoadingState } from '../../components/controls';
import { useSettings } from '../../utils/ui/page';
import { TeachApp } from './TeachApp';
import '../../components/base.css';
import '../../components/teach/teach.css';
import { trustOnlyPeople } from '../../components/controls/trusted';

trustOnlyPeople(window);

const root = document.getElementById('app');
const tabId = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);

function Dressed() {
  return useSettings() ? <TeachApp tabId={tabId} /> : <LoadingState />;
}
if (root) render(<Dressed />, root);
