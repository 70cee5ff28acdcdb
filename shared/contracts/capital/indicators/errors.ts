import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals of indicators, forecasts and the dated figures they rest on. */
export const FIGURE_ERRORS = defineErrors({
  'indicator-filter-refused': {
    status: 422,
    title: {
      vi: 'Chỉ số không trả lời được theo bộ lọc này',
      en: 'The indicator cannot be narrowed like that',
    },
    remedy: {
      vi: 'Bỏ bộ lọc được nêu; lọc theo chương trình cần kèm xã, dòng theo quyết định cần kèm nguồn vốn, dòng theo chỉ tiêu cần xã hoặc nguồn vốn.',
      en: 'Leave the named filter out; a programme needs a commune with it, rows by decision need a source, rows by quota a commune or a source.',
    },
    when: {
      vi: 'Yêu cầu bộ lọc hoặc loại dòng mà số liệu của chỉ số không có.',
      en: 'A filter or kind of rows is asked for that the data of the indicator does not hold.',
    },
  },
  'series-range-refused': {
    status: 422,
    title: { vi: 'Khoảng ngày của chỉ số không hợp lệ', en: 'The days of the indicator do not do' },
    remedy: {
      vi: 'Chọn ngày đầu hoặc ngày gốc không sau ngày cuối, và ít kỳ hơn: tối đa 366 ngày, 240 tháng hoặc 60 năm.',
      en: 'Choose a first or base day not after the last, and fewer periods: at most 366 days, 240 months or 60 years.',
    },
    when: {
      vi: 'from hoặc base sau ngày cuối, hoặc số kỳ nhiều hơn một lần trả lời.',
      en: 'from or base is after the last day, or there are more periods than one answer shows.',
    },
  },
  'national-table-refused': {
    status: 422,
    title: { vi: 'Bảng toàn quốc không dùng được', en: 'The national table does not do' },
    remedy: {
      vi: 'Mỗi tỉnh một dòng, trong đó có tỉnh Quảng Ninh (22).',
      en: 'One row for each province, Quảng Ninh (22) among them.',
    },
    when: {
      vi: 'Bảng nêu một tỉnh hai lần, hoặc không có tỉnh mình.',
      en: 'The table names a province twice, or not the own one.',
    },
  },
  'figure-days-refused': {
    status: 422,
    title: { vi: 'Thời gian hiệu lực không hợp lệ', en: 'The days of validity do not do' },
    remedy: { vi: 'Chọn ngày đầu không sau ngày cuối.', en: 'Choose a first day not after the last.' },
    when: {
      vi: 'Số liệu theo ngày có ngày kết thúc trước ngày bắt đầu.',
      en: 'A dated figure would end before it begins.',
    },
  },
  'forecast-assumption-refused': {
    status: 422,
    title: { vi: 'Giả định dự báo không hợp lệ', en: 'The assumption of the forecast does not do' },
    remedy: {
      vi: 'Mỗi loại giả định có đúng một giá trị: percent (tối đa 100), amount, basis hoặc months.',
      en: 'Each kind says one thing: percent (at most 100), amount, basis or months.',
    },
    when: {
      vi: 'Giả định thiếu giá trị của loại mình, hoặc mang giá trị của loại khác.',
      en: 'An assumption lacks the value of its kind, or gives that of another.',
    },
  },
});
