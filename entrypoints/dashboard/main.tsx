import { render } from 'preact';
import { Opened } from '../../utils/ui/opened';
import { DashboardApp } from './DashboardApp';
import '../../components/base.css';
import '../../components/due/due.css';
import '../../components/dashboard/dashboard.css';
import '../../components/dashboard/retention/retention.css';
import '../../components/retention/retention.css';
import { trustOnlyPeople } from '../../components/controls/trusted';

trustOnlyPeople(window);

const root = document.getElementById('app');
if (root) {
  render(<Opened>{(store, settings) => <DashboardApp store={store} settings={settings} />}</Opened>, root);
}
