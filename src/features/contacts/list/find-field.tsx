import { useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './contact-list.module.css';

export function FindField({
  text,
  what,
  onText,
  onEnter,
  onDown,
}: {
  text: string;
  /** What is looked through, in few words. */
  what: string;
  onText: (text: string) => void;
  /** The best that fits what stands in the field is wanted. */
  onEnter: (text: string) => void;
  /** The list below is wanted. */
  onDown: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onText('');
    // The button goes with the text.
    field.current?.focus();
  };
  return (
    <search className={styles.find}>
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="search"
        aria-label="Find a contact"
        placeholder={`Find a ${what}`}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The keys belong to the input method while it offers characters.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onEnter(event.currentTarget.value);
          else if (event.key === 'ArrowDown') onDown();
          else if (event.key === 'Escape') onText('');
          else return;
          event.preventDefault();
        }}
      />
      {text && <Button kind="quiet" icon="dismiss" label="Clear" onClick={clear} />}
    </search>
  );
}
