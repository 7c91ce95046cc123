import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { isMoveId } from './move-id.ts';

test('the id of a move is that of a fix, alone or with whose device it is done on', () => {
  deepEqual(
    ['restart', 'restart-device', 'restart--friend', 'restart-device--other-person'].filter(isMoveId),
    ['restart', 'restart-device', 'restart--friend', 'restart-device--other-person'],
  );
  deepEqual(
    ['', 'Restart', '--friend', 'restart--', 'restart--Friend', 'restart--friend--other', 'a b'].filter(
      isMoveId,
    ),
    [],
  );
});
