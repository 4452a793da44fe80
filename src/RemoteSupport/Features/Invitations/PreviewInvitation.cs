using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.MessageTemplates;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>What the guest would get, in their language, before anything is sent (IN-1). The link in it leads nowhere.</summary>
[Requires(Permission.Invitations)]
public sealed record PreviewInvitation : IQuery<InvitationPreview>
{
    /// <summary>"sms" or "email".</summary>
    [Required(ErrorMessage = "Choose SMS or e-mail.")]
    [AllowedValues("sms", "email", null, ErrorMessage = "Choose SMS or e-mail.")]
    public string? Channel { get; init; }

    /// <summary>"en", "it", "es" or "de".</summary>
    [Required(ErrorMessage = "Choose a language from the list.")]
    [AllowedValues("en", "it", "es", "de", null, ErrorMessage = "Choose a language from the list.")]
    public string? Language { get; init; }

    internal sealed class Handler(InvitationMail mail, MessageRenderer renderer, OwnTemplates templates, RecipientWords.Source words, MultiTenantContextAccessor tenancy, Caller caller, TimeProvider clock)
        : IRequestHandler<PreviewInvitation, Outcome<InvitationPreview>>
    {
        private const string SomeAddress = "name@example.com";

        public async Task<Outcome<InvitationPreview>> Handle(PreviewInvitation request, CancellationToken cancellationToken)
        {
            var (tenant, language) = (tenancy.Tenant, Languages.Find(request.Language)!);
            using var _ = language.Use();
            var mailed = new Mailed(Guid.Empty, request.Channel!, request.Language!, SomeAddress, caller.SignedIn.AccountId, clock.GetUtcNow() + tenant.InvitationLifetime);
            var message = await mail.ExampleAsync(mailed, words.For(tenant.TimeZone), cancellationToken);
            var own = await templates.ReadAsync([MessageName.Of(message.GetType())], [language.Code]);
            var finished = renderer.Render(message, new Recipient(SomeAddress, null, language.Code, null), tenant, language, own).Message;
            return new InvitationPreview(
                finished.Subject, finished.Html, Shortened(finished.Text), request.Channel == Channels.Sms ? SmsFacts.Of(finished.Text) : null, message.Links[0].Marker);
        }

        // Counted with a token as long as a real one; read without it.
        private static string Shortened(string text) => text.Replace(InvitationLinks.ExampleToken, "…", StringComparison.Ordinal);
    }
}

/// <summary>An invitation's message before it is sent.</summary>
/// <param name="Subject">Of an e-mail.</param>
/// <param name="Html">Of an e-mail, with the layout; pictures by cid:.</param>
/// <param name="Text">The plain text, or the SMS; the link in it is shortened.</param>
/// <param name="Sms">What the SMS costs; left out for an e-mail.</param>
/// <param name="Address">Where the link in it seems to lead.</param>
public sealed record InvitationPreview(string? Subject, string? Html, string Text, SmsFacts? Sms, string Address);
