namespace RemoteSupport.Features.Members;

internal static class MembersSlice
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services.AddScoped<NewMember>().AddScoped<MemberChange>();
}
