using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Sms;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Checks texts that are not saved yet, and shows what they become with the sample, or with the masked values of the newest real message (MT-2).</summary>
/// <param name="Key">Which text they would be.</param>
/// <param name="Draft">The texts; what is not mentioned is as it is used now.</param>
/// <param name="IsRecent">With the values of the newest real message, if there is one.</param>
[Requires(Permission.Tenant)]
public sealed record PreviewMessageTemplate(TemplateKey Key, TemplateDraft Draft, bool IsRecent = false) : IQuery<TemplatePreview>
{
    internal sealed class Handler(Desk desk, TemplateCheck check, TemplateRows rows) : IRequestHandler<PreviewMessageTemplate, Outcome<TemplatePreview>>
    {
        public async Task<Outcome<TemplatePreview>> Handle(PreviewMessageTemplate request, CancellationToken cancellationToken)
        {
            if (await desk.FindAsync(request.Key, cancellationToken) is not { } now) return new NotFound();
            var recent = await rows.RecentAsync(request.Key, cancellationToken);
            var tried = await check.TryAsync(request.Key, request.Draft.Over(now.Texts), request.IsRecent ? recent : null);
            var sms = request.Key.Channel == Channels.Sms && tried.Message is { } message ? SmsFacts.Of(message.Text) : null;
            return new TemplatePreview(tried.Message?.Subject, tried.Message?.Html, tried.Message?.Text, sms, tried.Faults, recent?.CreatedAt);
        }
    }
}

/// <summary>What texts become; with faults there is nothing but these.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Html">The whole HTML, with the layout.</param>
/// <param name="Text">The whole plain or short text.</param>
/// <param name="Sms">What a short message costs.</param>
/// <param name="Faults">What has to be put right before the texts can be saved.</param>
/// <param name="RecentAt">When the newest real message of this kind was written, with whose masked values it can be shown; left out where there is none.</param>
public sealed record TemplatePreview(string? Subject, string? Html, string? Text, SmsFacts? Sms, IReadOnlyList<LocatedFault> Faults, DateTimeOffset? RecentAt);

/// <summary>How a short message travels.</summary>
/// <param name="Encoding">"gsm7" or "ucs2".</param>
/// <param name="Segments">How many parts are paid for.</param>
/// <param name="Length">Places used: septets of GSM-7, units of UCS-2.</param>
/// <param name="FirstOutsideAlphabet">The first character that makes the whole message UCS-2.</param>
public sealed record SmsFacts(string Encoding, int Segments, int Length, string? FirstOutsideAlphabet)
{
    internal static SmsFacts Of(string text)
    {
        var measured = SmsText.Of(text);
        return new(measured.Encoding == SmsEncoding.Gsm7 ? "gsm7" : "ucs2", measured.Segments, measured.Length, measured.FirstOutsideGsm7?.ToString());
    }
}
