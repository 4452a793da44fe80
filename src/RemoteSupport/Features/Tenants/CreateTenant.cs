using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Tenants;

/// <summary>
/// The operator makes a tenant with its first admin, who gets an activation mail (TN-4). Again, it changes the settings that are given and
/// differ, and nothing else: no second admin, no second mail.
/// </summary>
[OperatorOnly]
internal sealed record CreateTenant(string Slug) : ICommand<TenantMade>
{
    public string? Name { get; init; }
    public string? AdminEmail { get; init; }
    public string? AdminName { get; init; }
    public string? AccentColor { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public string? Country { get; init; }
    public string? TimeZone { get; init; }
    public string? SupportEmail { get; init; }
    public byte[]? Logo { get; init; }
    public byte[]? Icon { get; init; }

    internal sealed class Handler(TenantFence fence, TenantBrand brand, FirstAdmin admin) : IRequestHandler<CreateTenant, Outcome<TenantMade>>
    {
        public async Task<Outcome<TenantMade>> Handle(CreateTenant request, CancellationToken cancellationToken)
        {
            if ((TenantRules.FlawOfSlug(request.Slug) ?? TenantBrand.FlawOfImages(request)) is { } flaw) return flaw;
            return await fence.EnterAsync(request.Slug) is { } tenant ? await ChangeAsync(tenant, request) : await MakeAsync(request);
        }

        private async Task<Outcome<TenantMade>> MakeAsync(CreateTenant request)
        {
            var settings = TenantSettings.For(request);
            if ((TenantRules.FlawOfAdmin(request.AdminEmail, request.AdminName) ?? TenantRules.FlawOf(settings)) is { } flaw) return flaw;
            if (await fence.MakeAsync(request.Slug) is not { } id) return await ChangeAsync((await fence.EnterAsync(request.Slug))!, request);

            await brand.InsertAsync(id, request, settings);
            await fence.ReadAsync(request.Slug);
            await admin.InviteAsync(request.AdminEmail!, request.AdminName!);
            return new TenantMade(request.Slug, id, IsNew: true, []);
        }

        private async Task<Outcome<TenantMade>> ChangeAsync(TenantRecord tenant, CreateTenant request)
        {
            var settings = TenantSettings.Of(tenant).With(request);
            if (TenantRules.FlawOf(settings) is { } flaw) return flaw;
            return new TenantMade(tenant.Slug, tenant.Id, IsNew: false, await brand.ChangeAsync(tenant, request, settings));
        }
    }
}

/// <summary>What <see cref="CreateTenant"/> did; the changed settings by name.</summary>
internal sealed record TenantMade(string Slug, Guid Id, bool IsNew, IReadOnlyList<string> Changed);

/// <summary>The first person of a new tenant, who invites all others.</summary>
internal sealed class FirstAdmin(Db db, IMediator mediator, TimeProvider clock)
{
    public async Task InviteAsync(string email, string name)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            insert into accounts (id, email, email_key, name, kind, role, status, created_at)
            values (@id, @email, @key, @name, 'partner', 'admin', 'invited', @now)
            """,
            new { id, email, key = EmailAddress.KeyOf(email), name = name.Trim(), now });
        await mediator.Publish(new AccountInvited(id));
    }
}
