package dev.countersign.packet.bid.align;

import java.util.List;

/// The trade's words as data: what means the same, what goes along with what, what says little.
final class Thesaurus {
  private Thesaurus() {}

  /// `what it means = ways to write it, ...`; words are compared stemmed, phrases before words.
  static final String SYNONYMS =
      """
      demolition = demo, demolition, demolish, demolishing, remove, removal, removing, tear out, tearout, tear off, tearoff, strip out, strip off, gut, dismantle, take down, take out, take up, rip out, wrecking, salvage
      roof demolition = reroof removal, roof tear off
      disposal = disposal, dispose, haul, haul off, hauling, haul away, dump, dumpster, debris, rubbish, trash, refuse, cart away, spoil, landfill, tipping
      clean = clean, cleanup, clean up, cleaning, housekeeping, janitorial
      gypsum = gyp, gypsum, gypsum board, gyp board, drywall, dry wall, sheetrock, wallboard, gwb, plasterboard, gypboard, gyp bd
      partition = partition, stud wall, interior wall, stud partition
      stud = stud, metal framing, cold formed framing, light gauge framing
      resilient tile = lvt, vct, luxury vinyl tile, vinyl composition tile, vinyl tile, resilient tile, lvp, luxury vinyl plank, vinyl plank, resilient plank, vinyl floor, resilient floor, resilient
      resilient base = rubber base, vinyl base, cove base, resilient base, wall base
      linoleum = linoleum, marmoleum, sheet vinyl
      acoustic ceiling = act, acoustic ceiling, acoustical ceiling, suspended ceiling, lay in ceiling, drop ceiling, ceiling grid, ceiling tile, acoustical tile, tegular ceiling
      carpet = carpet, carpeting, broadloom, cpt
      carpet tile = carpet tile, modular carpet, carpet square
      porcelain tile = porcelain, porcelain tile
      ceramic tile = ceramic, ceramic tile
      wood floor = hardwood, wood floor, oak floor, maple floor
      sprinkler = sprinkler, sprinkler head, fire suppression, fire sprinkler, fire protection
      firealarm = fire alarm, smoke detector, smoke detection, horn strobe, fa device
      hvac = hvac, mechanical, heating ventilating, air conditioning, heating and cooling
      diffuser = diffuser, register, grille, air outlet, air device, grd
      duct = duct, ductwork, ducting
      exhaust = exhaust, exhaust fan, ventilator
      balance = balance, air balance, balancing, rebalance, tab, test and balance, testing adjusting balancing
      rooftop unit = rtu, rooftop unit, roof top unit, packaged unit
      air handler = ahu, air handler, air handling unit
      heat pump = heat pump, mini split, split system
      light = light, light fixture, luminaire, lighting, lamp, recessed can, can light, downlight, lighting fixture, led fixture, pendant, sconce, troffer
      electric = electric, electrical, electrician, wiring, wire, circuit, circuitry, receptacle, outlet
      panelboard = panelboard, load center, electrical panel, breaker panel, distribution panel
      switchgear = switchgear, switchboard, service entrance
      data = data, low voltage, telecom, telecommunication, structured cabling, network cabling, cat6, cabling, voice
      security = security, access control, card reader, intrusion
      camera = camera, cctv, surveillance
      plumbing = plumbing, plumber, plumb
      gas = gas, gas pipe, gas piping, gas line
      lavatory = lavatory, lav, hand sink
      sink = sink, basin
      toilet = toilet, water closet, wc, commode, urinal
      plumbing bath fixture = plumbing fixture, bath fixture
      water heater = water heater, dhw, hot water heater, hwh
      cabinet = cabinet, cabinetry, casework, millwork, cupboard, uppers, built in cabinet, architectural woodwork
      plastic laminate = plastic laminate, laminate, plam, p lam, hpl
      countertop = countertop, counter, counter top, worktop, benchtop, vanity top, stone top, solid surface top
      quartz countertop = quartz top, quartz counter, quartz countertop, quartz worktop
      undercabinet = under cabinet, undercabinet
      quartz = quartz, engineered stone, solid surface
      backsplash = backsplash, back splash, splash
      paint = paint, painting, painter, repaint, coating, finish coat
      wallcover = wallcovering, wall covering, wallpaper
      caulk = caulk, caulking, sealant, joint sealant
      concrete = concrete, conc, pcc, cast in place
      slab = slab, slab on grade, sog
      footing = footing, foundation, spread footing, grade beam
      rebar = rebar, reinforcing, reinforcement, reinforcing steel
      sidewalk = sidewalk, flatwork, concrete walk, walk way, footpath
      asphalt = asphalt, hot mix, hma, blacktop, bituminous, asphaltic, ac paving
      paving = paving, pavement, pave
      milling = milling, mill, cold planing, profiling
      striping = striping, pavement marking, lot marking, stripe, line painting, parking marking, traffic marking
      excavation = excavation, excavate, earthwork, dig, digging, mass ex, cut and fill, earthmoving, trenching, trench
      backfill = backfill, fill, structural fill, import fill
      grading = grading, grade, regrade, fine grade
      base = aggregate base, base course, crushed stone, gravel, road base, abc
      erosion = erosion, erosion control, silt fence, swppp, sediment control
      clearing = clearing, clear and grub, grubbing, site clearing
      landscape = landscape, landscaping, planting, plant, shrub, tree, sod, seeding, topsoil
      irrigation = irrigation, lawn sprinkler
      fence = fence, fencing, chain link, gate
      storm drain = storm drain, storm sewer, drainage, catch basin
      sewer = sewer, sanitary, sanitary sewer
      water main = water main, waterline, water line, domestic water
      masonry = masonry, cmu, concrete block, brick, block wall, brickwork, block
      repoint = repoint, tuckpoint, tuckpointing, repointing, pointing
      structural steel = structural steel, steel framing, steel beam, wide flange
      joist = joist, bar joist, steel joist
      deck = deck, metal deck, decking, roof deck
      stair = stair, stairs, staircase, steps
      railing = railing, handrail, guardrail, rail
      lumber framing = rough carpentry, wood framing, framing
      header = header, beam, lvl, girder, lintel
      sheathing = sheathing, plywood, osb
      nailer = nailer, blocking, wood blocking, wood nailer
      trim = trim, finish carpentry, molding, moulding, baseboard, casing
      polyiso insulation = polyiso, polyisocyanurate, iso board, iso insulation, rigid insulation
      insulation = insulation, insulate, insul, batt, fiberglass batt
      tpo membrane = tpo, epdm, single ply, singleply, roof membrane, pvc membrane
      membrane = membrane, waterproof membrane
      bur roof = bur, built up roof, built up, existing roof
      shingle = shingle, composition roof, asphalt shingle
      coping = coping, metal edge, edge metal, parapet cap, gravel stop
      gutter = gutter, downspout, leader
      flashing = flashing, roof jack, counterflashing, step flashing
      walkpad = walk pad, walkway pad, walkpad, walk way pad, walkway, traffic pad
      warranty = warranty, guarantee, guaranty
      ndl = ndl, no dollar limit
      waterproof = waterproofing, waterproof, dampproofing
      vapor barrier = vapor barrier, vapor retarder
      firestop = firestop, firestopping, fire stopping, fire caulk
      fireproof = fireproofing, spray fireproofing, sfrm
      plaster = plaster, stucco, eifs, lath
      siding = siding, cladding, fiber cement, lap siding
      door = door, door assembly, door leaf, hollow metal door, slab door, pre hung
      hardware = hardware, lockset, closer, panic device, finish hardware
      cabinet hardware = cabinet hardware, cabinet pulls, knobs and pulls
      overhead door = overhead door, coiling door, rolling door, sectional door, roll up door
      window = window, fenestration, sash
      glass = glass, glazing, glazed, storefront, curtain wall, curtainwall
      blind = blind, shade, roller shade, window treatment, window covering
      sign = sign, signage, graphics
      toilet accessory = toilet accessory, washroom accessory, restroom accessory, grab bar
      toilet partition = toilet partition, toilet compartment, restroom compartment, restroom partition
      appliance = appliance, refrigerator, range oven
      furniture = furniture, furnishing, ffe
      elevator = elevator, lift
      crane = crane, hoist, rigging
      scaffold = scaffold, scaffolding, staging
      mobilization = mobilization, mobilize, mobilise, move in, setup, set up, demobilization, startup
      protection = protection, protect, safety, barricade, dust control, floor protection, safeguard
      temporary = temporary, temp
      traffic control = traffic control, flagging, maintenance of traffic, mot
      permit = permit, permitting, plan check, inspection fee
      survey = survey, surveying, layout, staking
      test = test, testing, inspection, inspect
      commissioning = commissioning, cx, start up
      abatement = abatement, asbestos, acm, lead paint, hazardous material, hazmat, mold remediation
      control = control, thermostat, bms, ddc, building automation
      pump = pump, circulator
      boiler = boiler
      generator = generator, genset, standby power
      conduit = conduit, raceway, emt
      pipe = pipe, piping
      valve = valve
      drain = drain, floor drain, roof drain
      relocate = relocate, relocation, move, reposition, shift
      install = install, installation, furnish, provide, supply, set
      replace = replace, replacement, renew, renewal
      patch = patch, patching, repair, make good, restore, restoration
      island = island
      hood = hood, range hood, kitchen hood
      opening = opening
      six = 6
      two = 2
      three = 3
      """;

  /// What is often priced or excluded along with what, though it is another word.
  static final String GOES_WITH =
      """
      demolition ~ disposal
      disposal ~ clean
      asphalt ~ paving
      excavation ~ backfill
      grading ~ excavation
      plumbing ~ sink, toilet, lavatory, gas, water heater, bath fixture, dishwasher, faucet, drain, pipe
      electric ~ light, panelboard, conduit, switchgear
      light ~ led
      hvac ~ duct, diffuser, rooftop unit, air handler, heat pump, boiler, balance, control
      roof ~ membrane, tpo, bur, shingle
      membrane ~ tpo, waterproof
      landscape ~ irrigation
      header ~ lumber, framing, structural
      structural ~ framing, steel
      cabinet ~ plastic, laminate
      exhaust ~ hood
      warranty ~ ndl
      partition ~ gypsum, stud
      wall ~ partition
      glass ~ window, front
      flashing ~ coping
      protection ~ temporary
      nailer ~ wood
      sidewalk ~ concrete
      """;

  /// Words that say how, where or how good, rather than what.
  static final List<String> WEAK =
      List.of(
          ("install replace relocate new existing complete include room kitchen area building floor"
                  + " house office interior exterior work system material labor section sheet type"
                  + " grade level each side both side all per coat color stock finish quality stand"
                  + " drawing plan detail spec required necessary associated related misc"
                  + " miscellaneous general total base item unit up down main typical various"
                  + " old north south east west selective duty break open copy adjacent full part final")
              .split(" "));

  /// Words without meaning for a comparison.
  static final List<String> STOP =
      List.of(
          ("the a an and of to in for with at is are by on or per incl including include included"
                  + " we our it as not no x from that this be will shall any other into its each"
                  + " their where when which was were has have s th st nd rd if than then also"
                  + " down show shown indicated")
              .split(" "));

  /// What a contractor charges beside the work itself.
  static final List<String> OVERHEAD =
      List.of(
          ("overhead profit fee supervision supervise superintendent manage management general"
                  + " condition requirement project insurance bond markup contingency staff"
                  + " administration administrative o p ohp margin contractor premium gc oh cost"
                  + " builder risk liability field"
                  + " office site")
              .split(" "));
}
