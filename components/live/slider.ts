/** A slider: a finger that only wants to scroll the page from it sets nothing. A template; what a hand means is in hand.ts. */
import { html, nothing, type TemplateResult } from "lit";
import { sliding } from "./hand.ts";

export interface Slider {
  readonly id?: string;
  /** Its name, where no label on the page says it. */
  readonly name?: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly value: number;
  /** The value as a listener hears it. */
  readonly words: string;
  readonly isDisabled?: boolean;
  readonly set: (slider: HTMLInputElement, isMoving: boolean) => void;
  /** The page took the pointer away: nothing was meant. */
  readonly takeBack: (slider: HTMLInputElement) => void;
}

export function sliderTemplate(slider: Slider): TemplateResult {
  const hand = sliding(slider.set, slider.takeBack);
  return html`<input
    id=${slider.id ?? nothing}
    type="range"
    min=${slider.minimum}
    max=${slider.maximum}
    step=${slider.step}
    .value=${String(slider.value)}
    ?disabled=${slider.isDisabled ?? false}
    aria-label=${slider.name ?? nothing}
    aria-valuetext=${slider.words}
    @pointerdown=${hand.down}
    @pointermove=${hand.move}
    @pointerup=${hand.up}
    @pointercancel=${hand.cancel}
    @input=${hand.input}
    @change=${hand.change}
  />`;
}
