using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging.Templates;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>A message as it will be sent, but for its secret links. Subject and HTML are null where the channel has none.</summary>
public sealed record RenderedMessage(string? Subject, string Text, string? Html);

/// <summary>A rendered message, and which of the tenant's own texts could not be used for it.</summary>
public sealed record Rendering(RenderedMessage Message, IReadOnlyList<BrokenText> Broken);

/// <summary>A text of a tenant that could not be used, so that the built-in one stood in (MT-4).</summary>
public sealed record BrokenText(MessageName Name, string Language, PartFault Fault);

/// <summary>Something wrong in a part (subject, html, text) of a message.</summary>
public sealed record PartFault(string Part, TemplateFault Fault);

/// <summary>Puts a message's values and the tenant's brand into its templates, escaped for where they stand (MT-5).</summary>
public sealed class MessageRenderer(BuiltInTemplates builtIn, MessageCatalogue catalogue, TemplateCache cache)
{
    /// <summary>What the layout may name.</summary>
    public static ModelShape LayoutShape { get; } = Common.With("content", ModelShape.Of<TemplateHtml>());

    private static ModelShape Common => ModelShape.Of<CommonValues>();

    /// <summary>What the templates of a message may name.</summary>
    public static ModelShape ShapeOf(Type message) => ModelShape.Of(message).With(Common);

    /// <summary>Renders in a language; never in another one by surprise, never an empty message, never an error to the recipient (MT-4).</summary>
    public Rendering Render(Message message, Recipient recipient, TenantInfo tenant, SupportedLanguage language, OwnTexts own)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(own);
        return Render(MessageName.Of(message.GetType()), Model(message, recipient, tenant, language), language, own);
    }

    private Rendering Render(MessageName name, TemplateObject model, SupportedLanguage language, OwnTexts own)
    {
        var broken = new List<BrokenText>();
        var content = Use(name, texts => Write(name, texts, model));
        return new(name.Channel == Channels.Email ? Use(MessageName.Layout, texts => WriteLayout(texts, content, model)) : content, broken);

        RenderedMessage Use(MessageName used, Func<MessageTexts, RenderedMessage> write)
        {
            try
            {
                if (own.Find(used, language.Code) is { } texts) return write(texts);
            }
            catch (TemplateUnusable unusable)
            {
                broken.Add(new(used, language.Code, unusable.Fault));
            }

            return write(builtIn.Get(used, language.Code));
        }
    }

    /// <summary>Renders texts that are not saved yet, with the tenant's own layout where it has one; an empty list of faults comes with the message.</summary>
    /// <param name="name">What the texts are of; a draft of the layout stands around the built-in text of <paramref name="message"/>.</param>
    /// <param name="draft">The texts.</param>
    /// <param name="message">The values.</param>
    /// <param name="recipient">Who would get it.</param>
    /// <param name="tenant">Whose brand it shows.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="own">The tenant's texts, for the layout.</param>
    /// <param name="example">Masked values of a real message of that kind, which take the place of the message's.</param>
    public (RenderedMessage? Message, IReadOnlyList<PartFault> Faults) RenderDraft(
        MessageName name, MessageTexts draft, Message message, Recipient recipient, TenantInfo tenant, SupportedLanguage language, OwnTexts own, string? example = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(own);
        if (Check(name, draft) is { Count: > 0 } faults) return (null, faults);
        try
        {
            // Tried by itself first: within Render it would fall back without a word.
            var of = MessageName.Of(message.GetType());
            var model = Model(message, recipient, tenant, language);
            if (example is not null) model = MessageExample.Over(model, example);
            var content = Write(of, name == of ? draft : builtIn.Get(of, language.Code), model);
            if (name == MessageName.Layout) WriteLayout(draft, content, model);
            return (Render(of, model, language, own.With(name, language.Code, draft)).Message, []);
        }
        catch (TemplateUnusable unusable)
        {
            return (null, [unusable.Fault]);
        }
    }

    /// <summary>Everything that is wrong with texts, whatever the values.</summary>
    public IReadOnlyList<PartFault> Check(MessageName name, MessageTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var entry = EntryOf(name);
        return [.. texts.Parts.SelectMany(part => cache.Get(entry, part.Part, part.Source).Faults.Select(fault => new PartFault(part.Part, fault)))];
    }

    private static TemplateObject Model(Message message, Recipient recipient, TenantInfo tenant, SupportedLanguage language)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var common = TemplateModel.From(new CommonValues(recipient.Name ?? recipient.Address, BrandValues.Of(tenant, language)));
        return new(new Dictionary<string, TemplateValue>([.. TemplateModel.From(message).Members, .. common.Members]));
    }

    private RenderedMessage Write(MessageName name, MessageTexts texts, TemplateObject model) => new(
        WritePart(name, "subject", texts.Subject, model, TemplateTarget.Subject)?.Trim(),
        WritePart(name, "text", texts.Text, model, name.Channel == Channels.Sms ? TemplateTarget.Sms : TemplateTarget.Text)?.Trim() ?? "",
        WritePart(name, "html", texts.Html, model, TemplateTarget.Html));

    private RenderedMessage WriteLayout(MessageTexts texts, RenderedMessage content, TemplateObject model) => new(
        content.Subject,
        WritePart(MessageName.Layout, "text", texts.Text, With(model, "content", new TemplateText(content.Text)), TemplateTarget.Text)!,
        WritePart(MessageName.Layout, "html", texts.Html, With(model, "content", new TemplateHtml(content.Html!)), TemplateTarget.Html));

    private string? WritePart(MessageName name, string part, string? source, TemplateObject model, TemplateTarget target)
    {
        if (source is null) return null;
        var read = cache.Get(EntryOf(name), part, source);
        if (read.Template is null) throw new TemplateUnusable(new(part, read.Faults[0]));
        try
        {
            var written = read.Template.Render(model, target);
            return string.IsNullOrWhiteSpace(written) ? throw new TemplateUnusable(new(part, new TemplateFault(1, 1, "empty", "Nothing would stand in the message."))) : written;
        }
        catch (TemplateBudgetExceeded exceeded)
        {
            throw new TemplateUnusable(new(part, exceeded.Fault));
        }
    }

    private MessageEntry EntryOf(MessageName name) => catalogue.Find(name) ?? throw new InvalidOperationException($"The catalogue has no {name.Channel} {name.Key}.");

    private static TemplateObject With(TemplateObject model, string name, TemplateValue value) =>
        new(new Dictionary<string, TemplateValue>(model.Members) { [name] = value });

    /// <summary>What every template may name beside its message's own.</summary>
    private sealed record CommonValues(string RecipientName, BrandValues Brand);

    private sealed class TemplateUnusable(PartFault fault) : Exception(fault.Fault.Message)
    {
        public PartFault Fault { get; } = fault;
    }
}
