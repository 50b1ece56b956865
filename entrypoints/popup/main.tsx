import { render } from 'preact';
import { Opened } from '../../utils/ui/opened';
import { PopupApp } from './PopupApp';
import { readNotedPage } from './page';
import '../../components/base.css';
import '../../components/due/due.css';
import '../../components/lock/lock.css';
import '../../components/popup/popup.css';
import '../../components/search/search.css';
import { trustOnlyPeople } from '../../components/controls/trusted';

trustOnlyPeople(window);

const root = document.getElementById('app');
const page = await readNotedPage(location.search);
if (root) {
  render(
    <Opened>{(store, settings) => <PopupApp store={store} settings={settings} page={page} />}</Opened>,
    root,
  );
}
