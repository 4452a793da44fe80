using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Tries texts before they are saved: everything that is wrong with them, and what they become with the sample (MT-2).</summary>
internal sealed class TemplateCheck(MessageCatalogue catalogue, MessageRenderer renderer, OwnTemplates own, RecipientWords.Source words, MultiTenantContextAccessor tenancy, Caller caller, IStringLocalizer localizer, TimeProvider clock)
{
    /// <summary>What is wrong, in the reader's language; empty when the texts can be used.</summary>
    public async Task<IReadOnlyList<LocatedFault>> FaultsAsync(TemplateKey key, MessageTexts texts) => (await TryAsync(key, texts)).Faults;

    /// <summary>The finished message, or what is wrong.</summary>
    public async Task<TriedTemplate> TryAsync(TemplateKey key, MessageTexts texts, RecentExample? example = null)
    {
        var sample = SampleOf(key);
        var ownTexts = await own.ReadAsync([key.Name], [key.Language]);
        var language = Languages.Find(key.Language)!;
        var (message, faults) = renderer.RenderDraft(key.Name, texts, sample, Reader(key), tenancy.Tenant, language, ownTexts, example?.Values);
        return new(sample, message, [.. faults.Select(Locate)]);
    }

    /// <summary>The caller, as if they got the message in this language.</summary>
    public Recipient Reader(TemplateKey key) => new(caller.SignedIn.Email, caller.SignedIn.Name, key.Language, caller.SignedIn.TimeZone);

    private Message SampleOf(TemplateKey key)
    {
        using var _ = Languages.Find(key.Language)!.Use();
        // The layout is shown around the message that people see most.
        var entry = key.Name == MessageName.Layout ? catalogue.All.First(one => one.Name is { Channel: Channels.Email, Key: "access-requested" }) : catalogue.Find(key.Name)!;
        return entry.Sample!(new SampleWords(words.For(caller.SignedIn.TimeZone ?? tenancy.Tenant.TimeZone), clock.GetUtcNow()));
    }

    private LocatedFault Locate(PartFault fault) =>
        new(fault.Part, fault.Fault.Line, fault.Fault.Column, fault.Fault.Code, localizer[fault.Fault.Message, fault.Fault.Arguments]);
}

/// <summary>What became of texts that were tried.</summary>
/// <param name="Sample">The message that they were tried with.</param>
/// <param name="Message">The finished message; null when there are faults.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record TriedTemplate(Message Sample, RenderedMessage? Message, IReadOnlyList<LocatedFault> Faults);

/// <summary>Something wrong in a text, where it is, in the reader's language.</summary>
/// <param name="Part">"subject", "html" or "text".</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Code">A word for programs, such as "unknown_variable".</param>
/// <param name="Message">A sentence.</param>
public sealed record LocatedFault(string Part, int Line, int Column, string Code, string Message);
