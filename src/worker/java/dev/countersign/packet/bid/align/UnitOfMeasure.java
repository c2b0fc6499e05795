package dev.countersign.packet.bid.align;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unit of measure of the trade with what it measures, so that quantities and prices in related
/// units can be compared.
///
/// @param symbol the usual short form ("SF")
/// @param dimension what it measures; units of one dimension convert into each other
/// @param inBase how many of the dimension's base unit one of it is
public record UnitOfMeasure(String symbol, Dimension dimension, BigDecimal inBase) {

  /// What a unit measures.
  public enum Dimension {
    LENGTH,
    AREA,
    VOLUME,
    WEIGHT,
    COUNT,
    TIME,
    LUMP,
    ALLOWANCE,
    LIQUID
  }

  /// Symbol, dimension, size in the base unit, and the ways people write it.
  private static final String TABLE =
      """
      LF|LENGTH|1|lf,lin ft,linft,lineal ft,linear ft,lineal feet,linear feet,linear foot,lineal foot,lnft,ft,feet,foot,rf,running feet,plf,lft
      LY|LENGTH|3|ly,yd,yds,lin yd,linear yard,linear yards
      IN|LENGTH|0.0833333333|in,inch,inches
      M|LENGTH|3.280839895|m,lm,rm,meter,meters,metre,metres,linear meter,ml
      MI|LENGTH|5280|mi,mile,miles
      STA|LENGTH|100|sta,station,stations
      CLF|LENGTH|100|clf
      SF|AREA|1|sf,sq ft,sqft,sq feet,square feet,square foot,sfca,ft2,s f,sq foot,sfa
      SY|AREA|9|sy,sq yd,sq yds,sqyd,square yard,square yards,yd2,s y,sq yard
      SQ|AREA|100|sq,sqs,sqr,square,squares,roofing square,roofing squares,csf,roof square
      MSF|AREA|1000|msf
      SM|AREA|10.7639104167|sm,m2,m²,sqm,sq m,square meter,square meters,square metre,square metres,qm
      AC|AREA|43560|ac,acre,acres
      HA|AREA|107639.104167|ha,hectare,hectares
      CY|VOLUME|27|cy,cu yd,cu yds,cubic yard,cubic yards,yd3,bcy,lcy,ccy
      CF|VOLUME|1|cf,cu ft,cubic feet,cubic foot,ft3
      CM|VOLUME|35.3146667|m3,m³,cbm,cu m,cubic meter,cubic meters,cubic metre
      MBF|VOLUME|83.3333333|mbf
      BF|VOLUME|0.0833333333|bf,bd ft,board foot,board feet
      TON|WEIGHT|2000|ton,tons,tn,tns,t
      LB|WEIGHT|1|lb,lbs,pound,pounds
      CWT|WEIGHT|100|cwt
      KG|WEIGHT|2.2046226218|kg,kgs
      TONNE|WEIGHT|2204.6226218|tonne,tonnes,mt
      EA|COUNT|1|ea,each,pc,pcs,piece,pieces,no,nos,unit,units,ct,count,st,stk,item,items,loc,location,locations,opng,opening,openings,fixture,fixtures,head,heads,device,devices,door,doors,leaf,leaves,tree,trees,ut
      PR|COUNT|2|pr,pair,pairs
      DZ|COUNT|12|dz,doz,dozen
      C|COUNT|100|hundred
      SET|COUNT|1|set,sets,assembly,assemblies,assy
      GAL|LIQUID|1|gal,gals,gallon,gallons
      HR|TIME|1|hr,hrs,hour,hours,mh
      DAY|TIME|8|day,days,dy
      WK|TIME|40|wk,wks,week,weeks
      MO|TIME|173|mo,mos,month,months
      LS|LUMP|1|ls,lump sum,lumpsum,l s,lot,job,lsum,sum,lump,ps,pausch,psch
      ALLOW|ALLOWANCE|1|allow,al,allowance,allw,alw,allow.,allowances,cash allowance
      """;

  private static final Map<String, UnitOfMeasure> BY_NAME = byName();

  private static Map<String, UnitOfMeasure> byName() {
    var units = new HashMap<String, UnitOfMeasure>();
    for (String row : TABLE.lines().toList()) {
      var cells = row.split("\\|", -1);
      var unit = new UnitOfMeasure(cells[0], Dimension.valueOf(cells[1]), new BigDecimal(cells[2]));
      for (String name : cells[3].split(",", -1)) units.put(name, unit);
    }
    return Map.copyOf(units);
  }

  /// The unit that a text names, if it is one.
  public static Optional<UnitOfMeasure> named(@Nullable String text) {
    if (text == null) return Optional.empty();
    var name = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d²³]+", " ").strip();
    var spaced = BY_NAME.get(name);
    return Optional.ofNullable(spaced != null ? spaced : BY_NAME.get(name.replace(" ", "")));
  }

  /// Whether a price in one can be turned into a price in the other.
  public boolean convertsTo(UnitOfMeasure other) {
    return dimension == other.dimension;
  }

  /// How many of the other unit one of this is.
  public BigDecimal per(UnitOfMeasure other) {
    return inBase.divide(other.inBase, MathContext.DECIMAL64);
  }

  /// Whether it measures something: neither a lump sum nor an allowance.
  public boolean measures() {
    return dimension != Dimension.LUMP && dimension != Dimension.ALLOWANCE;
  }
}
