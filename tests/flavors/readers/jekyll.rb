# Reads pages as Jekyll does: Liquid, then kramdown as GitHub Pages configures it.
#
#     ruby jekyll.rb < list-of-pages     a page a line; answers a line of JSON for each

require 'date'
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'liquid'
require 'yaml'

KNOWN = JSON.parse(File.read(File.join(__dir__, 'words.json')))
NAMES = KNOWN['names'].map(&:downcase)
WORDLESS = KNOWN['wordless'].map(&:downcase)
LOGIC = %w[if elsif else unless case when for break continue assign capture increment decrement comment raw cycle tablerow
           ifversion].freeze
MARK = /\u{E000}(.)(.)\u{E001}/m

def letters?(text) = text.match?(/\p{L}/)
ENDED = Regexp.union(KNOWN['endings'].flat_map { |ending| [/[a-z0-9]#{ending.capitalize}\z/, /[-_]#{ending}\z/] })
# Tags of Hexo with words behind how they look: `{% note info no-icon Mind the tide %}`.
TITLED = /\A(\{%-?\s*(?:note|details|spoiler|folding|collapse)(?:\s+(?:default|primary|success|info|warning|warn|danger|tip|no-icon|simple|flat))*)\s+([^"'=|{`:%]+?)\s*(-?%\})\z/

def worded?(name) = NAMES.include?(name.downcase) || (name.match?(ENDED) && !name.start_with?('data-'))
def sentence?(value) = value.split.count { |word| letters?(word) } > 1 && !value.match?(%r{[={}<|/]})

# A construct with its words taken out.
def construct(source, words)
  if (titled = source.match(TITLED))
    words << titled[2]
    return "#{titled[1]} words #{titled[3]}"
  end
  called = source[/\A\{%-?\s*(?:end)?(\w+)/, 1]
  logic = LOGIC.include?(called)
  position = KNOWN['positions'][called]
  at = -1
  source.gsub(/(?:([\w:.-]+)\s*=\s*)?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/m) do
    all, name, value = $&, $1.to_s, $2[1..-2]
    at += 1 if name.empty?
    is_words = name.empty? ? sentence?(value) || at == position : worded?(name) || (!WORDLESS.include?(name.downcase) && sentence?(value))
    next all if logic || source.start_with?('{{') || !is_words || !letters?(value)

    words << value
    "#{name}=words"
  end.gsub(/\s+/, ' ')
end

class Page
  attr_reader :words

  def initialize(source)
    @words = []
    @hidden = []
    @alone = []
    @source = source
  end

  def tree
    nodes = []
    if (head = @source.match(/\A---[ \t]*\n(.*?\n?)^---[ \t]*(?:\n|\z)/m))
      value = YAML.safe_load(head[1], permitted_classes: [Date, Time, Symbol], aliases: true)
      nodes << ['front matter', front_matter(value)]
      @source = head.post_match
    end
    # A site that runs its samples says more of code than its language, and takes that out before kramdown sees the page.
    source = @source.gsub(/^( {0,3}`{3,}[\w+-]+)[ \t]+[^`\n]+$/, '\1')
    document = Kramdown::Document.new(liquid(source), input: 'GFM', hard_wrap: false, auto_ids: false,
                                                       syntax_highlighter: nil, math_engine: nil)
    nodes += document.root.children.flat_map { |element| node(element) }
    ['page', nodes << ['alone', @alone.map { |label| [label, []] }]]
  end

  def hide(label)
    @hidden << label
    index = @hidden.size - 1
    "\u{E000}#{[0xe100 + (index >> 8)].pack('U')}#{[0xe200 + (index & 0xff)].pack('U')}\u{E001}"
  end

  def front_matter(value, name = '')
    case value
    when Hash then value.map { |key, inner| ["#{key}:", front_matter(inner, key.to_s)] }
    when Array then value.map { |item| ['-', front_matter(item, name)] }
    when String
      return [[value.inspect, []]] unless worded?(name) && letters?(value)

      [['words', text(liquid(value))]]
    else [[value.inspect, []]]
    end
  end

  # Hides what Liquid takes out or puts in. What is between the tags of code and comments is not looked at.
  def liquid(source)
    raw = nil
    out = +''
    source.split(Liquid::TemplateParser).each do |part|
      name = part[/\A\{%-?\s*(\w+)/, 1]
      if raw
        raw << part
        next unless part.match?(/\{%-?\s*end#{raw[/\w+/]}\s*-?%\}\z/)

        out << (raw[/\w+/] == 'raw' && raw.match?(/\A.*?%\}[ \t]*\n/) ? between_raw(raw, part) : hide(raw))
        raw = nil
      elsif %w[raw highlight comment].include?(name)
        raw = +part
      elsif part.start_with?('{%', '{{')
        raise "a tag is not closed: #{part[0, 40].inspect}" unless part.end_with?('%}', '}}')

        # Text that is written as a string, for braces that are none of Liquid's.
        literal = part[/\A\{\{-?\s*"([^"]*)"\s*-?\}\}\z/, 1]
        next out << literal if literal

        out << hide(construct(part, @words))
      else
        out << part
      end
    end
    raise "#{raw[0, 40].inspect} is not closed" if raw

    # Tags alone on a line leave an empty one.
    out.gsub(/^[ \t]*((?:#{MARK.source}[ \t]*)+)$/m) do
      labels = $1.scan(MARK).map { |high, low| @hidden[((high.ord - 0xe100) << 8) + low.ord - 0xe200] }
      next $& unless labels.all? { |label| label.start_with?('{%') }

      @alone.concat(labels)
      ''
    end
  end

  # What Liquid leaves as it is, is text of the page. Among words, the tags are part of what they stand around.
  def between_raw(raw, closing)
    opening = raw[/\A.*?%\}/m]
    @alone.push(opening, closing)
    raw[opening.size...raw.size - closing.size]
  end

  def text(value)
    labels = value.scan(MARK).map { |high, low| @hidden[((high.ord - 0xe100) << 8) + low.ord - 0xe200] }
    rest = value.gsub(MARK, ' ')
    @words << rest if letters?(rest)
    labels.map { |label| ["~#{label}", []] }
  end

  def shown(value)
    value.to_s.gsub(MARK) { @hidden[(($1.ord - 0xe100) << 8) + $2.ord - 0xe200] }
  end

  def attributes(element)
    element.attr.map do |name, value|
      next "#{name}=#{shown(value)}" unless worded?(name) && letters?(value.to_s)

      labels = text(value.to_s).map(&:first)
      ["#{name}=words", *labels].join(' ')
    end.join(' ')
  end

  def node(element)
    inner = -> { element.children.flat_map { |child| node(child) } }
    case element.type
    when :text then text(element.value)
    when :blank, :smart_quote, :entity, :typographic_sym then []
    # Words that a page explains are others in another language.
    when :abbreviation then text(element.value)
    when :codespan, :math then [["~#{element.type} #{attributes(element)} #{shown(element.value).inspect}", []]]
    # A tab of Hexo: `<!-- tab Words@icon -->`.
    when :xml_comment
      comment = element.value.sub(/\A(<!-- tab )([^@>]*\p{L}[^@>]*?)(?=@|\s*-->)/) { @words << $2; "#{$1}words" }
      [["xml_comment #{attributes(element)} #{shown(comment).inspect}", []]]
    when :codeblock, :raw, :comment, :xml_pi
      [["#{element.type} #{attributes(element)} #{shown(element.value).inspect}", []]]
    when :html_element then [["<#{element.value} #{attributes(element)}>", inner.call]]
    when :footnote then [["~footnote #{element.options[:name]}", element.value.children.flat_map { |child| node(child) }]]
    else
      level = element.options[:level] || element.options[:alignment]
      mark = %i[a img em strong br].include?(element.type) ? '~' : ''
      [["#{mark}#{element.type} #{level} #{attributes(element)}", inner.call]]
    end
  end
end

$stdin.each_line(chomp: true) do |path|
  page = Page.new(File.read(path, encoding: 'bom|utf-8').gsub("\r\n", "\n"))
  answer = { tree: page.tree, words: page.words }
rescue StandardError, SyntaxError => e
  answer = { error: "#{e.class}: #{e.message.lines.first&.chomp}" }
ensure
  puts JSON.generate({ path: path }.merge(answer || { error: 'not read' }), max_nesting: false)
end
