import { useId } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox'
import { useLanguage } from '../i18n/LanguageProvider.tsx'
import { localeOf } from '../i18n/language.ts'
import './combobox.css'
import { FieldError } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type ComboItem = { readonly id: string; readonly words: string; readonly detail?: string | undefined }

type Props = {
  label: string
  hint?: string | undefined
  /** What is wrong and how to mend it, in one sentence. */
  error?: string | undefined
  /** Already found: the caller searches, as the person writes. */
  items: readonly ComboItem[]
  written: string
  onWrite: (written: string) => void
  onChoose: (id: string) => void
  /** What the list says when nothing was found. */
  nothing: string
  /** Whether words that are on no list may stand. */
  freeWords?: boolean | undefined
}

/** Write, and choose from what is found: people, medicines. Loads React Aria's list box, so keep it off first pages. */
export function ComboBox({
  label,
  hint,
  error,
  items,
  written,
  onWrite,
  onChoose,
  nothing,
  freeWords = false,
}: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <I18nProvider locale={localeOf(useLanguage())}>
      <AriaComboBox
        className={error ? 'tl-field tl-combo tl-field-wrong' : 'tl-field tl-combo'}
        isInvalid={error !== undefined}
        validationBehavior="aria"
        items={items}
        inputValue={written}
        onInputChange={onWrite}
        onSelectionChange={(key) => key !== null && onChoose(String(key))}
        allowsCustomValue={freeWords}
        allowsEmptyCollection
        menuTrigger="input"
      >
        <Label className="tl-label">{label}</Label>
        {hint && (
          <p className="tl-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <span className="tl-affix tl-select">
          <Input className="tl-input" aria-describedby={described || undefined} />
          <Button className="tl-combo-open">
            <Icon name="down" />
          </Button>
        </span>
        <FieldError id={id} error={error} />
        <Popover className="tl-combo-list" offset={4}>
          <Found nothing={nothing} />
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}

const Found = ({ nothing }: Pick<Props, 'nothing'>) => (
  <ListBox<ComboItem> renderEmptyState={() => <p className="tl-combo-empty">{nothing}</p>}>
    {(item) => (
      <ListBoxItem id={item.id} textValue={item.words} className="tl-combo-item">
        <span>{item.words}</span>
        {item.detail && <span className="tl-hint">{item.detail}</span>}
      </ListBoxItem>
    )}
  </ListBox>
)
