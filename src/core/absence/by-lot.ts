/** Points and weights of Gauss–Legendre on 0–1: a rule of m points is exact for up to 2m people on one file. */
const RULES = [
  [[0.5, 1]],
  [
    [0.211_324_865_405_19, 0.5],
    [0.788_675_134_594_81, 0.5],
  ],
  [
    [0.069_431_844_202_97, 0.173_927_422_568_73],
    [0.330_009_478_207_57, 0.326_072_577_431_27],
    [0.669_990_521_792_43, 0.326_072_577_431_27],
    [0.930_568_155_797_03, 0.173_927_422_568_73],
  ],
  [
    [0.019_855_071_751_23, 0.050_614_268_145_19],
    [0.101_666_761_293_19, 0.111_190_517_226_69],
    [0.237_233_795_041_84, 0.156_853_322_938_94],
    [0.408_282_678_752_18, 0.181_341_891_689_18],
    [0.591_717_321_247_82, 0.181_341_891_689_18],
    [0.762_766_204_958_16, 0.156_853_322_938_94],
    [0.898_333_238_706_81, 0.111_190_517_226_69],
    [0.980_144_928_248_77, 0.050_614_268_145_19],
  ],
] as const;

/**
 * Each change goes to one of those who can carry it, by lot: adds `sign ×` each person's chance to be that one to `into`. `chance` holds
 * the first `count` people's chances, all below 1. `E[1/(1+others)] = ∫₀¹ Π_others(1 − c + c·t) dt`. Mutates `into`: it is an inner loop.
 */
export function addByLot({ chance, count, sign, into }: Lots): void {
  for (const [point, weight] of RULES[count <= 2 ? 0 : count <= 4 ? 1 : count <= 8 ? 2 : 3]) {
    const gap = 1 - point;
    let product = sign * weight;
    for (let i = 0; i < count; i++) product *= 1 - chance[i]! * gap;
    for (let i = 0; i < count; i++) into[i]! += (product * chance[i]!) / (1 - chance[i]! * gap);
  }
}

export interface Lots {
  readonly chance: Float64Array;
  readonly count: number;
  readonly sign: 1 | -1;
  readonly into: Float64Array;
}
